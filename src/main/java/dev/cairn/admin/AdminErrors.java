package dev.cairn.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.cairn.model.Failure;
import dev.cairn.model.FailureException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Every error below {@code /-/}, as JSON: {@code {"error":{"code","message","requestId"}}}. What
 * the framework refuses by itself (no such path, no such method, no JSON) gets the same form.
 */
public final class AdminErrors {

  private static final Logger LOG = Logger.getLogger(AdminErrors.class);

  @ServerExceptionMapper
  public Response refusal(AdminRefusal refusal) {
    ResponseBuilder answer = answer(refusal.status(), refusal.code(), refusal.getMessage());
    if (refusal.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"cairn\", charset=\"UTF-8\"");
    }
    return answer.build();
  }

  @ServerExceptionMapper
  public Response failure(FailureException exception) {
    return switch (exception.failure()) {
      case Failure.InvalidArgument wrong ->
          answer(400, "InvalidArgument", wrong.name() + " must be " + wrong.reason() + ".").build();
      case Failure.Unavailable busy ->
          later("ServiceUnavailable", "The service is busy; try again.", busy.retryAfter());
      case Failure.TooManyRequests fast ->
          later("SlowDown", "The requests come too fast.", fast.retryAfter());
      default -> unexpected(exception);
    };
  }

  /** The document's shape is wrong: a text where a list belongs, an unknown field. */
  @ServerExceptionMapper
  public Response shape(MismatchedInputException exception) {
    return malformed();
  }

  @ServerExceptionMapper
  public Response framework(WebApplicationException exception) {
    int status = exception.getResponse().getStatus();
    if (exception.getCause() instanceof JsonProcessingException) {
      return malformed();
    }
    return switch (status) {
      case 404 -> answer(status, "NotFound", "There is nothing at this path.").build();
      case 405 -> methodNotAllowed(exception.getResponse());
      case 406 -> answer(status, "NotAcceptable", "The answer is application/json.").build();
      case 415 -> answer(status, "UnsupportedMediaType", "Send application/json.").build();
      default ->
          status < 500
              ? answer(status, "BadRequest", "The request cannot be read.").build()
              : unexpected(exception);
    };
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable failure) {
    UUID requestId = UUID.randomUUID();
    LOG.errorf(failure, "admin request %s failed", requestId);
    return answer(500, "InternalError", "Something went wrong; the log knows more.", requestId)
        .build();
  }

  private static Response later(String code, String message, Duration pause) {
    return answer(503, code, message).header(HttpHeaders.RETRY_AFTER, pause.toSeconds()).build();
  }

  private static Response malformed() {
    return answer(400, "MalformedJson", "The document is no JSON of the expected shape.").build();
  }

  private static Response methodNotAllowed(Response response) {
    return answer(405, "MethodNotAllowed", "The path does not have this method.")
        .header(HttpHeaders.ALLOW, response.getHeaderString(HttpHeaders.ALLOW))
        .build();
  }

  private static ResponseBuilder answer(int status, String code, String message) {
    return answer(status, code, message, UUID.randomUUID());
  }

  private static ResponseBuilder answer(int status, String code, String message, UUID requestId) {
    Map<String, String> error =
        Map.of("code", code, "message", message, "requestId", requestId.toString());
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(Map.of("error", error));
  }
}
