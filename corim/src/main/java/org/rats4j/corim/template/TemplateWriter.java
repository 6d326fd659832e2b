package org.rats4j.corim.template;

import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.json.JsonWriter;
import org.rats4j.corim.CorimProfile;

/** A template that is being written. */
final class TemplateWriter {
  private final JsonWriter out;
  private final @Nullable CorimProfile profile;

  private TemplateWriter(JsonWriter out, @Nullable CorimProfile profile) {
    this.out = out;
    this.profile = profile;
  }

  /** Returns an empty template, in which {@code profile} gives extensions their names. */
  static TemplateWriter open(@Nullable CorimProfile profile) {
    return new TemplateWriter(new JsonWriter(), profile);
  }

  /** Returns a template a part of which is due at {@code out}. */
  static TemplateWriter of(JsonWriter out) {
    return new TemplateWriter(out, null);
  }

  Optional<CorimProfile> profile() {
    return Optional.ofNullable(profile);
  }

  /** Returns the writer below, for codecs of others. */
  JsonWriter json() {
    return out;
  }

  TemplateWriter startObject() {
    out.startObject();
    return this;
  }

  TemplateWriter endObject() {
    out.endObject();
    return this;
  }

  TemplateWriter startArray() {
    out.startArray();
    return this;
  }

  TemplateWriter endArray() {
    out.endArray();
    return this;
  }

  TemplateWriter writeName(String name) {
    out.writeName(name);
    return this;
  }

  TemplateWriter writeText(String value) {
    out.writeText(value);
    return this;
  }

  TemplateWriter writeBase64Url(Bytes value) {
    out.writeBase64Url(value);
    return this;
  }

  TemplateWriter writeInteger(BigInteger value) {
    out.writeInteger(value);
    return this;
  }

  TemplateWriter writeInt(long value) {
    out.writeInt(value);
    return this;
  }

  TemplateWriter writeDouble(double value) {
    out.writeDouble(value);
    return this;
  }

  TemplateWriter writeBoolean(boolean value) {
    out.writeBoolean(value);
    return this;
  }

  Bytes toBytes() {
    return out.toBytes();
  }
}
