package org.rats4j.verifier.evidence;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.cmw.CmwCollection;
import org.rats4j.core.Bytes;
import org.rats4j.core.MediaType;

/** One message of evidence as it was received, taken out of the wrappers around it. */
public final class EvidenceMessage {
  private final String label;
  private final Bytes value;
  private final @Nullable MediaType type;
  private final @Nullable CmwCollection collection;

  private EvidenceMessage(
      String label, Bytes value, @Nullable MediaType type, @Nullable CmwCollection collection) {
    this.label = Objects.requireNonNull(label, "label");
    this.value = Objects.requireNonNull(value, "value");
    this.type = type;
    this.collection = collection;
  }

  /** Returns a message of which nobody says what it is. */
  public static EvidenceMessage of(Bytes value) {
    return new EvidenceMessage("", value, null, null);
  }

  /** Returns a message of a type. */
  public static EvidenceMessage of(Bytes value, MediaType type) {
    return new EvidenceMessage("", value, Objects.requireNonNull(type, "type"), null);
  }

  /** Returns a message that is a collection of wrappers. */
  public static EvidenceMessage of(Bytes value, CmwCollection collection) {
    return new EvidenceMessage("", value, null, Objects.requireNonNull(collection, "collection"));
  }

  /** Returns this message under a label. */
  public EvidenceMessage labelled(String value) {
    return new EvidenceMessage(value, this.value, type, collection);
  }

  /** Returns the labels of the collections around the message, joined by slashes, or nothing. */
  public String label() {
    return label;
  }

  /** Returns the message as it was received. */
  public Bytes value() {
    return value;
  }

  /** Returns what the wrapper says that it is. */
  public Optional<MediaType> type() {
    return Optional.ofNullable(type);
  }

  /** Returns the collection that the message is. */
  public Optional<CmwCollection> collection() {
    return Optional.ofNullable(collection);
  }

  /** Returns label, type and size, not the value. */
  @Override
  public String toString() {
    return "EvidenceMessage[" + label + " " + type + ", " + value.size() + " bytes]";
  }
}
