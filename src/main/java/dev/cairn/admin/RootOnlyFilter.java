package dev.cairn.admin;

import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Lets the holder of the root credentials in, with a document that is worth reading. */
@jakarta.ws.rs.ext.Provider
@RootOnly
public final class RootOnlyFilter implements ContainerRequestFilter {

  private static final int LONGEST_DOCUMENT = 64 * 1024;

  private final Provider<RootLogin> login;

  /** The framework makes filters while it is built, when there are no settings yet. */
  public RootOnlyFilter(Provider<RootLogin> login) {
    this.login = login;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!login.get().admits(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
      throw AdminRefusal.unauthorized();
    }
    if (request.getHeaderString("Transfer-Encoding") != null) {
      throw new AdminRefusal(411, "MissingContentLength", "Send the document with its length.");
    }
    if (request.getLength() > LONGEST_DOCUMENT) {
      throw new AdminRefusal(
          413, "EntityTooLarge", "A document has at most " + LONGEST_DOCUMENT + " bytes.");
    }
  }
}
