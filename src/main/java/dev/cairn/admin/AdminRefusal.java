package dev.cairn.admin;

import java.io.Serial;

/** Why the admin API does not do what it is asked; becomes its JSON error. */
final class AdminRefusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  AdminRefusal(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static AdminRefusal unauthorized() {
    return new AdminRefusal(401, "Unauthorized", "Log in with the root credentials.");
  }

  static AdminRefusal noSuchAccount(String id) {
    return new AdminRefusal(404, "NoSuchAccount", "There is no account " + id + ".");
  }

  static AdminRefusal rootAccount() {
    return new AdminRefusal(
        409, "RootAccount", "The root account and its key are settings of the service.");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
