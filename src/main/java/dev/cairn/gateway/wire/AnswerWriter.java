package dev.cairn.gateway.wire;

import dev.cairn.core.body.Content;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Answer.Payload;
import dev.cairn.protocol.Headers;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * Writes an answer exactly as it is: its headers in their order and spelling, its bytes without a
 * detour. To be called on the context of the request.
 */
public final class AnswerWriter {
  private static final int NO_CONTENT = 204;

  private AnswerWriter() {}

  /**
   * Completes when the last byte is with the kernel, or fails. Before the first byte is written a
   * failure leaves room for another answer; after it the connection is closed. The payload is
   * closed in any case.
   */
  public static Future<Void> write(HttpServerRequest request, Answer answer) {
    Conversation conversation = Conversation.of(request);
    if (conversation.isComplete()) {
      return new Writing(request, conversation).write(answer);
    }
    // A refusal may come while the bytes that arrived with the head are still being decoded.
    Promise<Void> decoded = Promise.promise();
    Vertx.currentContext().runOnContext(nothing -> decoded.complete());
    return decoded.future().compose(now -> new Writing(request, conversation).write(answer));
  }

  private record Writing(HttpServerRequest request, Conversation conversation) {
    Future<Void> write(Answer answer) {
      if (conversation.isComplete()) {
        request.resume(); // what has arrived and was not read is dropped
      }
      HttpServerResponse response = request.response();
      if (response.closed()) {
        close(answer.payload());
        return Future.failedFuture("the client is gone");
      }
      response.setStatusCode(answer.status());
      writeHeaders(response, answer.headers());
      if (!conversation.mayGoOn()) {
        response.headers().set("Connection", "close");
      }
      return writePayload(response, answer).onFailure(this::cutShort);
    }

    private static void writeHeaders(HttpServerResponse response, Headers headers) {
      response.headers().clear();
      for (Headers.Field field : headers.fields()) {
        response.headers().add(field.name(), oneLine(field.value()));
      }
    }

    private Future<Void> writePayload(HttpServerResponse response, Answer answer) {
      boolean head = request.method().equals(HttpMethod.HEAD);
      return switch (answer.payload()) {
        case Payload.None none -> {
          if (answer.status() == NO_CONTENT) {
            response.headersEndHandler(
                nothing -> response.headers().remove(HttpHeaderNames.CONTENT_LENGTH));
          }
          yield response.end(); // Vert.x knows where a length of 0 belongs
        }
        case Payload.LengthOnly only -> end(response, only.announced());
        case Payload.Document document ->
            head
                ? end(response, document.bytes().length)
                : end(response, Buffer.buffer(document.bytes()));
        case Payload.Stream stream -> {
          Content content = stream.content();
          length(response, content.length());
          Future<Void> sent = head ? response.end() : new ContentSender(request).send(content);
          yield sent.onComplete(done -> content.close());
        }
      };
    }

    private static Future<Void> end(HttpServerResponse response, long length) {
      length(response, length);
      return response.end();
    }

    private static Future<Void> end(HttpServerResponse response, Buffer body) {
      length(response, body.length());
      return response.end(body);
    }

    private static void length(HttpServerResponse response, long length) {
      response.headers().set("Content-Length", Long.toString(length));
    }

    private void cutShort(Throwable cause) {
      if (request.response().headWritten()) {
        conversation.closeNow();
      }
    }

    private static void close(Payload payload) {
      if (payload instanceof Payload.Stream stream) {
        stream.content().close();
      }
    }

    /** No value can end its line: what a client chose must not become a header of its own. */
    private static String oneLine(String value) {
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if ((c < ' ' && c != '\t') || c == 0x7f) {
          return value.replaceAll("[\\p{Cntrl}&&[^\\t]]", " ");
        }
      }
      return value;
    }
  }
}
