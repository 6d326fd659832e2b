package org.rats4j.eat.measured;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Digest;
import org.rats4j.core.Finding;
import org.rats4j.core.Findings;
import org.rats4j.core.Label;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;
import org.rats4j.eat.ClaimCodecs;
import org.rats4j.eat.EatCodes;
import org.rats4j.eat.Version;

/** Codec of {@link MeasuredComponent}. */
final class MeasuredComponentCodec implements ValueCodec<MeasuredComponent> {
  private static final ValueCodec<List<Bytes>> AUTHORITIES = ClaimCodecs.listOf(ClaimCodecs.BYTES);

  /** The members in the order of their labels, which are their positions counted from 1. */
  private enum Member {
    ID("id"),
    DIGESTED_MEASUREMENT("digested-measurement"),
    AUTHORITIES("authorities"),
    FLAGS("flags"),
    RAW_MEASUREMENT("raw-measurement");

    final String text;

    Member(String text) {
      this.text = text;
    }

    int label() {
      return ordinal() + 1;
    }

    static @Nullable Member of(Label label) {
      for (Member member : values()) {
        if (label.equals(Label.of(member.label()))) {
          return member;
        }
      }
      return null;
    }

    static @Nullable Member of(String name) {
      for (Member member : values()) {
        if (member.text.equals(name)) {
          return member;
        }
      }
      return null;
    }
  }

  /** What was read so far. */
  private static final class Parts {
    private @Nullable String name;
    private @Nullable Version version;
    private @Nullable MeasuredValue measurement;
    private boolean twoMeasurements;
    private List<Bytes> authorities = List.of();
    private @Nullable Bytes flags;

    void measurement(MeasuredValue value) {
      twoMeasurements = measurement != null;
      measurement = value;
    }

    MeasuredComponent component() {
      if (name == null) {
        throw new IllegalArgumentException("id is missing");
      }
      if (measurement == null || twoMeasurements) {
        throw new IllegalArgumentException("not exactly one measurement");
      }
      return new MeasuredComponent(name, version, measurement, authorities, flags);
    }
  }

  @Override
  public MeasuredComponent readCbor(CborReader in) throws DecodingException {
    Parts parts = new Parts();
    in.startMap();
    while (in.hasNext()) {
      @Nullable Member member = Member.of(in.readLabel());
      if (member == null) {
        throw in.fail(Reason.UNEXPECTED_STRUCTURE, EatCodes.UNKNOWN_MEMBER, "no such member");
      }
      switch (member) {
        case ID -> {
          int size = in.startArray(1, 2);
          parts.name = ClaimCodecs.TEXT.readCbor(in);
          parts.version = size == 1 ? null : ClaimCodecs.VERSION.readCbor(in);
          in.endArray();
        }
        case DIGESTED_MEASUREMENT ->
            parts.measurement(remarked(Digest.read(in), in.findings(), in.path()));
        case AUTHORITIES -> parts.authorities = AUTHORITIES.readCbor(in);
        case FLAGS -> {
          parts.flags = in.readBytes();
          checkFlags(parts.flags, in.path());
        }
        case RAW_MEASUREMENT ->
            parts.measurement(new MeasuredValue.Raw(ClaimCodecs.BYTES.readCbor(in)));
      }
    }
    in.endMap();
    return in.build(parts::component);
  }

  @Override
  public MeasuredComponent readJson(JsonReader in) throws DecodingException {
    Parts parts = new Parts();
    in.startObject();
    while (in.hasNext()) {
      @Nullable Member member = Member.of(in.readName());
      if (member == null) {
        in.skip();
        throw in.fail(Reason.UNEXPECTED_STRUCTURE, EatCodes.UNKNOWN_MEMBER, "no such member");
      }
      switch (member) {
        case ID -> {
          int size = in.startArray(1, 2);
          parts.name = in.readText();
          parts.version = size == 1 ? null : ClaimCodecs.VERSION.readJson(in);
          in.endArray();
        }
        case DIGESTED_MEASUREMENT ->
            parts.measurement(remarked(Digest.read(in), in.findings(), in.path()));
        case AUTHORITIES -> parts.authorities = AUTHORITIES.readJson(in);
        case FLAGS -> {
          parts.flags = ClaimCodecs.BYTES.readJson(in);
          checkFlags(parts.flags, in.path());
        }
        case RAW_MEASUREMENT ->
            parts.measurement(new MeasuredValue.Raw(ClaimCodecs.BYTES.readJson(in)));
      }
    }
    in.endObject();
    return in.build(parts::component);
  }

  private static MeasuredValue remarked(Digest digest, Findings findings, String path) {
    if (digest.knownAlgorithm().isEmpty()) {
      findings.add(
          EatCodes.UNKNOWN_DIGEST_ALGORITHM,
          Finding.Severity.WARNING,
          path,
          "not an algorithm of the Named Information registry");
    }
    return new MeasuredValue.Digested(digest);
  }

  private static void checkFlags(Bytes flags, String path) throws DecodingException {
    if (flags.size() != MeasuredComponent.FLAGS) {
      throw DecodingException.of(
          Reason.INVALID_VALUE, EatCodes.BAD_LENGTH, path, flags.size() + " bytes, not 8");
    }
  }

  @Override
  public void writeCbor(MeasuredComponent component, CborWriter out) {
    out.startMap();
    out.writeInt(Member.ID.label()).startArray().writeText(component.name());
    component.version().ifPresent(version -> ClaimCodecs.VERSION.writeCbor(version, out));
    out.endArray();
    if (component.measurement() instanceof MeasuredValue.Digested digested) {
      digested.digest().write(out.writeInt(Member.DIGESTED_MEASUREMENT.label()));
    } else if (component.measurement() instanceof MeasuredValue.Raw raw) {
      out.writeInt(Member.RAW_MEASUREMENT.label()).writeBytes(raw.value());
    }
    if (!component.authorities().isEmpty()) {
      AUTHORITIES.writeCbor(component.authorities(), out.writeInt(Member.AUTHORITIES.label()));
    }
    component.flags().ifPresent(flags -> out.writeInt(Member.FLAGS.label()).writeBytes(flags));
    out.endMap();
  }

  @Override
  public void writeJson(MeasuredComponent component, JsonWriter out) {
    out.startObject().writeName(Member.ID.text).startArray().writeText(component.name());
    component.version().ifPresent(version -> ClaimCodecs.VERSION.writeJson(version, out));
    out.endArray();
    if (component.measurement() instanceof MeasuredValue.Digested digested) {
      digested.digest().write(out.writeName(Member.DIGESTED_MEASUREMENT.text));
    }
    if (!component.authorities().isEmpty()) {
      AUTHORITIES.writeJson(component.authorities(), out.writeName(Member.AUTHORITIES.text));
    }
    component.flags().ifPresent(flags -> out.writeName(Member.FLAGS.text).writeBase64Url(flags));
    if (component.measurement() instanceof MeasuredValue.Raw raw) {
      out.writeName(Member.RAW_MEASUREMENT.text).writeBase64Url(raw.value());
    }
    out.endObject();
  }
}
