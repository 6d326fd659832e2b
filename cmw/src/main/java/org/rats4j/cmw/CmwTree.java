package org.rats4j.cmw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rats4j.core.Bytes;
import org.rats4j.core.Label;

/**
 * A wrapper with the messages in it, as {@link CmwHandlers} decoded them. Nobody vouches for what
 * they say: a message that has a signature of its own is one that is not verified yet.
 */
public sealed interface CmwTree {

  /** Returns the wrapper. */
  Cmw cmw();

  /**
   * Returns the messages that {@code handler} decoded, in the order of the wrapper; those inside
   * collections and inside wrapped wrappers included, but not those inside signed ones.
   */
  default <T> List<T> messages(CmwContentHandler<T> handler) {
    List<T> messages = new ArrayList<>();
    collect(this, handler, messages);
    return List.copyOf(messages);
  }

  /** Returns the signed wrappers, in the order of the wrapper; none of them is verified. */
  default List<UnverifiedSignedCmw> signed() {
    List<UnverifiedSignedCmw> signed = new ArrayList<>();
    collect(this, signed);
    return List.copyOf(signed);
  }

  private static <T> void collect(CmwTree tree, CmwContentHandler<T> handler, List<T> messages) {
    if (tree instanceof OfCollection collection) {
      collection.entries().values().forEach(entry -> collect(entry, handler, messages));
    } else if (tree instanceof OfCmw wrapped) {
      collect(wrapped.content(), handler, messages);
    } else if (tree instanceof OfMessage<?> message && message.handler() == handler) {
      @SuppressWarnings("unchecked") // the handler is the very one that made the message
      T typed = (T) message.message();
      messages.add(typed);
    }
  }

  private static void collect(CmwTree tree, List<UnverifiedSignedCmw> signed) {
    if (tree instanceof OfCollection collection) {
      collection.entries().values().forEach(entry -> collect(entry, signed));
    } else if (tree instanceof OfCmw wrapped) {
      collect(wrapped.content(), signed);
    } else if (tree instanceof OfSigned one) {
      signed.add(one.message());
    }
  }

  /**
   * A collection.
   *
   * @param cmw the collection
   * @param entries its entries by label
   */
  record OfCollection(CmwCollection cmw, Map<Label, CmwTree> entries) implements CmwTree {
    /** Creates a tree. */
    public OfCollection {
      Objects.requireNonNull(cmw, "cmw");
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  /**
   * A record or tag whose message a handler decoded.
   *
   * @param cmw the record or tag
   * @param handler the handler
   * @param message the message
   * @param <T> the Java type of the message
   */
  record OfMessage<T>(Cmw cmw, CmwContentHandler<T> handler, T message) implements CmwTree {
    /** Creates a tree. */
    public OfMessage {
      Objects.requireNonNull(cmw, "cmw");
      Objects.requireNonNull(handler, "handler");
      Objects.requireNonNull(message, "message");
    }
  }

  /**
   * A record or tag that holds a wrapper.
   *
   * @param cmw the record or tag
   * @param content the wrapper inside
   */
  record OfCmw(Cmw cmw, CmwTree content) implements CmwTree {
    /** Creates a tree. */
    public OfCmw {
      Objects.requireNonNull(cmw, "cmw");
      Objects.requireNonNull(content, "content");
    }
  }

  /**
   * A record or tag that holds a signed wrapper.
   *
   * @param cmw the record or tag
   * @param message the signed wrapper, not verified
   */
  record OfSigned(Cmw cmw, UnverifiedSignedCmw message) implements CmwTree {
    /** Creates a tree. */
    public OfSigned {
      Objects.requireNonNull(cmw, "cmw");
      Objects.requireNonNull(message, "message");
    }
  }

  /**
   * A record or tag of a type that no handler is there for.
   *
   * @param cmw the record or tag
   * @param value the message
   */
  record OfBytes(Cmw cmw, Bytes value) implements CmwTree {
    /** Creates a tree. */
    public OfBytes {
      Objects.requireNonNull(cmw, "cmw");
      Objects.requireNonNull(value, "value");
    }
  }
}
