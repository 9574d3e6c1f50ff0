package dev.cairn.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.model.Failure;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final Conversation conversation = Conversation.attach(channel, ConnectionLimits.NONE);

  @Test
  void leavesTheRestOfAnUnwantedBodyUnread() {
    // Given
    Listener body = new Listener();
    conversation.begin("/b/k");
    conversation.listen(body);

    // When
    conversation.wants(body, false);

    // Then
    assertThat(channel.config().isAutoRead()).isFalse();
  }

  @Test
  void readsOnWhenMoreIsWantedAgain() {
    // Given
    Listener body = new Listener();
    conversation.begin("/b/k");
    conversation.listen(body);
    conversation.wants(body, false);
    conversation.bodyComplete();

    // When
    conversation.wants(body, true);

    // Then
    assertThat(channel.config().isAutoRead()).isTrue();
  }

  @Test
  void holdsNothingBackOfABodyThatHasArrived() {
    // Given
    Listener body = new Listener();
    conversation.begin("/b/k");
    conversation.listen(body);
    conversation.bodyComplete();

    // When
    conversation.wants(body, false);

    // Then
    assertThat(channel.config().isAutoRead()).isTrue();
  }

  @Test
  void readsTheNextRequestAlthoughABodyWasGivenUpAfterItsAnswer() {
    // Given
    Listener body = new Listener();
    conversation.begin("/b/k");
    conversation.listen(body);
    conversation.bodyComplete();
    conversation.answered();

    // When
    conversation.wants(body, false);

    // Then
    assertThat(channel.config().isAutoRead()).isTrue();
  }

  @Test
  void readsTheNextBodyAlthoughTheOneBeforeIsGivenUpWhileItComes() {
    // Given
    Listener before = new Listener();
    conversation.begin("/b/k");
    conversation.listen(before);
    conversation.bodyComplete();
    conversation.answered();
    conversation.begin("/b/next");
    conversation.listen(new Listener());

    // When
    conversation.wants(before, false);

    // Then
    assertThat(channel.config().isAutoRead()).isTrue();
  }

  private static final class Listener implements Conversation.BodyListener {
    @Override
    public void arrived(ByteBuf bytes) {}

    @Override
    public void broken(Failure failure) {}
  }
}
