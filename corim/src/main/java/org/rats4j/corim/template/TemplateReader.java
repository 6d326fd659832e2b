package org.rats4j.corim.template;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.Leniency;
import org.rats4j.core.json.Base64Url;
import org.rats4j.core.json.JsonNumber;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonType;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.CorimLeniencies;
import org.rats4j.corim.CorimProfile;
import org.rats4j.corim.internal.Remarks;

/** A template that is being read. */
final class TemplateReader {
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** The dialect has both alphabets, with padding and without. */
  private static final DecodeOptions ANY_BASE64 =
      DecodeOptions.builder()
          .allow(Leniency.BASE64_PADDED, Leniency.BASE64_STANDARD_ALPHABET)
          .build();

  private final JsonReader in;
  private final String root;
  private final Remarks remarks;

  private final @Nullable CorimProfile profile;

  private TemplateReader(
      JsonReader in, String root, Remarks remarks, @Nullable CorimProfile profile) {
    this.in = in;
    this.root = root;
    this.remarks = remarks;
    this.profile = profile;
  }

  static TemplateReader open(Bytes json, String root, Findings findings) throws DecodingException {
    JsonReader in = JsonReader.of(json, findings.options(), root, findings);
    return new TemplateReader(in, root, new Remarks(findings), null);
  }

  /** Returns a template whose part {@code in} stands at. */
  static TemplateReader of(JsonReader in) {
    return new TemplateReader(in, in.path(), new Remarks(in.findings()), null);
  }

  /** Returns this template as one of {@code value}. */
  TemplateReader withProfile(CorimProfile value) {
    return new TemplateReader(in, root, remarks, value);
  }

  Optional<CorimProfile> profile() {
    return Optional.ofNullable(profile);
  }

  /** Reads a value. */
  @FunctionalInterface
  interface Codec<T> {
    T read(TemplateReader in) throws DecodingException;
  }

  /** Returns a reader that stands where this one does and moves by itself. */
  TemplateReader fork() {
    return new TemplateReader(in.fork(), root, remarks, profile);
  }

  /** Returns the reader below, for codecs of others. */
  JsonReader json() {
    return in;
  }

  JsonType peekType() {
    return in.peekType();
  }

  void startObject() throws DecodingException {
    in.startObject();
  }

  boolean hasNext() {
    return in.hasNext();
  }

  String name() {
    return in.readName();
  }

  void endObject() throws DecodingException {
    in.endObject();
  }

  void skip() {
    in.skip();
  }

  /** Reads an array of at least one element. */
  <T> List<T> list(Codec<? extends T> element) throws DecodingException {
    List<T> values = anyList(element);
    if (values.isEmpty()) {
      throw fail(Reason.UNEXPECTED_STRUCTURE, CorimCodes.EMPTY, "list is empty");
    }
    return values;
  }

  /** Reads an array. */
  <T> List<T> anyList(Codec<? extends T> element) throws DecodingException {
    List<T> values = new ArrayList<>();
    in.startArray();
    while (in.hasNext()) {
      values.add(element.read(this));
    }
    in.endArray();
    return List.copyOf(values);
  }

  /** Enters an array of any size. */
  void startArray() throws DecodingException {
    in.startArray();
  }

  /** Enters an array of {@code size} elements. */
  void startArray(int size) throws DecodingException {
    in.startArray(size);
  }

  void endArray() throws DecodingException {
    in.endArray();
  }

  String text() throws DecodingException {
    return in.readText();
  }

  boolean bool() throws DecodingException {
    return in.readBoolean();
  }

  boolean tryNull() {
    return in.tryNull();
  }

  BigInteger integer() throws DecodingException {
    return in.readInteger();
  }

  JsonNumber number() throws DecodingException {
    return in.readNumber();
  }

  /** Reads an integer from 0 to 2^64-1. */
  long unsigned() throws DecodingException {
    BigInteger value = in.readInteger();
    if (value.signum() < 0 || value.bitLength() > Long.SIZE) {
      throw fail(Reason.INVALID_VALUE, "integer is not in 0..2^64-1");
    }
    return value.longValue();
  }

  long signed() throws DecodingException {
    return in.readLong();
  }

  /** Reads bytes in base64 or base64url, with padding or without. */
  Bytes bytes() throws DecodingException {
    return bytes(in.readText());
  }

  Bytes bytes(String base64) throws DecodingException {
    return Base64Url.decode(base64, in.path(), new Findings(ANY_BASE64));
  }

  UUID uuid() throws DecodingException {
    String text = in.readText();
    if (!isUuid(text)) {
      throw fail(Reason.INVALID_VALUE, "not a UUID");
    }
    return UUID.fromString(text);
  }

  static boolean isUuid(String text) {
    return UUID_TEXT.matcher(text).matches();
  }

  /** Ignores the member whose name was read last, if that is allowed. */
  void unknownMember(String object) throws DecodingException {
    in.skip();
    remarks.deviation(
        CorimLeniencies.JSON_UNKNOWN_MEMBER,
        Reason.UNEXPECTED_STRUCTURE,
        root,
        in::path,
        "unknown member of " + object);
  }

  /** Remarks that what was read last is of the first version of the dialect, or refuses it. */
  void legacy(String what) throws DecodingException {
    deviation(CorimLeniencies.JSON_V1_FORM, what + " of the first version");
  }

  void deviation(Leniency leniency, String message) throws DecodingException {
    remarks.deviation(leniency, Reason.UNEXPECTED_STRUCTURE, root, in::path, message);
  }

  /** Remarks on what was read last. */
  void warn(String code, String message) {
    remarks.add(code, Finding.Severity.WARNING, root, in::path, message);
  }

  DecodeOptions options() {
    return in.options();
  }

  /** Adds what was remarked of the content of the string that was read last. */
  void remark(Finding finding) {
    in.findings().add(finding.code(), finding.severity(), in.path(), finding.message());
  }

  boolean allows(Leniency leniency) {
    return in.options().allows(leniency);
  }

  /** Returns what was read last, of a member with two names of which only one may be there. */
  <T extends @Nullable Object> T once(@Nullable Object before, T value) throws DecodingException {
    if (before != null) {
      throw twice();
    }
    return value;
  }

  DecodingException twice() {
    return fail(Reason.DUPLICATE_KEY, "member stands twice, under two names");
  }

  /** Returns what was read as {@code member} of the object that was read last. */
  <T> T required(@Nullable T value, String member) throws DecodingException {
    if (value == null) {
      throw fail(
          Reason.UNEXPECTED_STRUCTURE, CorimCodes.MISSING_KEY, "member " + member + " is missing");
    }
    return value;
  }

  <T> T build(Supplier<T> constructor) throws DecodingException {
    return in.build(constructor);
  }

  DecodingException fail(Reason reason, String detail) {
    return in.fail(reason, detail);
  }

  DecodingException fail(Reason reason, String code, String detail) {
    return in.fail(reason, code, detail);
  }
}
