package org.rats4j.eat;

import java.util.List;
import java.util.Optional;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.core.json.JsonReader;
import org.rats4j.core.json.JsonWriter;

/**
 * Codecs of what was compared, approved and intended (RFC 9711, sections 4.2.14, 4.2.17 and 4.3.3).
 */
final class ComparisonCodecs {
  private static final ValueCodec<MeasurementResult> RESULT =
      new FunctionCodec<>(
          ComparisonCodecs::readResult,
          (out, result) -> {
            out.startArray(2);
            ClaimCodecs.TEXT_OR_BYTES.writeCbor(result.id(), out);
            out.writeInt(result.outcome().value());
          },
          ComparisonCodecs::readResult,
          (out, result) -> {
            out.startArray();
            ClaimCodecs.TEXT_OR_BYTES.writeJson(result.id(), out);
            out.writeText(result.outcome().text()).endArray();
          });

  private static final ValueCodec<List<MeasurementResult>> GROUP = ClaimCodecs.listOf(RESULT);

  /** Groups of results. */
  static final ValueCodec<List<MeasurementResults>> RESULTS =
      ClaimCodecs.listOf(
          new FunctionCodec<>(
              ComparisonCodecs::readGroup,
              (out, group) -> {
                out.startArray(2).writeText(group.system());
                GROUP.writeCbor(group.results(), out);
              },
              ComparisonCodecs::readGroup,
              (out, group) -> {
                out.startArray().writeText(group.system());
                GROUP.writeJson(group.results(), out);
                out.endArray();
              }));

  static final ValueCodec<List<Dloa>> DLOAS =
      ClaimCodecs.listOf(
          new FunctionCodec<>(
              ComparisonCodecs::readDloa,
              ComparisonCodecs::writeDloa,
              ComparisonCodecs::readDloa,
              ComparisonCodecs::writeDloa));

  static final ValueCodec<IntendedUse> INTENDED_USE =
      new FunctionCodec<>(
          in -> IntendedUse.of(in.readInt(1, IntendedUse.MAX)),
          (out, use) ->
              out.writeInt(
                  use.number()
                      .orElseThrow(
                          () -> new IllegalArgumentException("intended use has no number"))),
          in -> IntendedUse.of(in.readText()),
          (out, use) ->
              out.writeText(
                  use.name()
                      .orElseThrow(
                          () -> new IllegalArgumentException("intended use has no name"))));

  private ComparisonCodecs() {}

  private static MeasurementResults readGroup(CborReader in) throws DecodingException {
    in.startArray(2);
    MeasurementResults group = new MeasurementResults(ClaimReads.text(in), GROUP.readCbor(in));
    in.endArray();
    return group;
  }

  private static MeasurementResults readGroup(JsonReader in) throws DecodingException {
    in.startArray(2);
    MeasurementResults group = new MeasurementResults(in.readText(), GROUP.readJson(in));
    in.endArray();
    return group;
  }

  private static MeasurementResult readResult(CborReader in) throws DecodingException {
    in.startArray(2);
    TextOrBytes id = ClaimCodecs.TEXT_OR_BYTES.readCbor(in);
    int outcome = in.readInt(1, MeasurementResult.Outcome.MAX);
    in.endArray();
    return new MeasurementResult(id, MeasurementResult.Outcome.of(outcome));
  }

  private static MeasurementResult readResult(JsonReader in) throws DecodingException {
    in.startArray(2);
    TextOrBytes id = ClaimCodecs.TEXT_OR_BYTES.readJson(in);
    Optional<MeasurementResult.Outcome> outcome = MeasurementResult.Outcome.ofText(in.readText());
    if (outcome.isEmpty()) {
      throw in.fail(Reason.INVALID_VALUE, EatCodes.OUT_OF_RANGE, "not a result");
    }
    in.endArray();
    return new MeasurementResult(id, outcome.get());
  }

  private static Dloa readDloa(CborReader in) throws DecodingException {
    int size = in.startArray(2, 3);
    TokenCodecs.tolerateTag(in, TokenCodecs.TAG_URI);
    String registrar = ClaimReads.text(in);
    String platform = ClaimReads.text(in);
    String application = size == 3 ? ClaimReads.text(in) : "";
    in.endArray();
    return in.build(() -> dloa(size, registrar, platform, application));
  }

  private static Dloa readDloa(JsonReader in) throws DecodingException {
    int size = in.startArray(2, 3);
    String registrar = in.readText();
    String platform = in.readText();
    String application = size == 3 ? in.readText() : "";
    in.endArray();
    return in.build(() -> dloa(size, registrar, platform, application));
  }

  private static Dloa dloa(int size, String registrar, String platform, String application) {
    return size == 3 ? Dloa.of(registrar, platform, application) : Dloa.of(registrar, platform);
  }

  private static void writeDloa(CborWriter out, Dloa dloa) {
    out.startArray().writeText(dloa.registrar()).writeText(dloa.platformLabel());
    dloa.applicationLabel().ifPresent(out::writeText);
    out.endArray();
  }

  private static void writeDloa(JsonWriter out, Dloa dloa) {
    out.startArray().writeText(dloa.registrar()).writeText(dloa.platformLabel());
    dloa.applicationLabel().ifPresent(out::writeText);
    out.endArray();
  }
}
