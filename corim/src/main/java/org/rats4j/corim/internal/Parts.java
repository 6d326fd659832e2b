package org.rats4j.corim.internal;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.core.cbor.CborWriter;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.comid.Choice;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;

/**
 * Parts of a CoMID that stand alone. What was kept from other drafts when the CoMID was read is
 * kept here, too.
 */
public final class Parts {
  private Parts() {}

  /** Encodes an environment-map. */
  public static Bytes encode(Environment environment) {
    CborWriter out = new CborWriter();
    EnvironmentCodec.write(environment, out);
    return out.toBytes();
  }

  /** Encodes a measurement-values-map. */
  public static Bytes encode(MeasurementValues values) {
    CborWriter out = new CborWriter();
    ValuesCodec.write(values, out);
    return out.toBytes();
  }

  /** Writes an environment-map. */
  public static void write(Environment environment, CborWriter out) {
    EnvironmentCodec.write(environment, out);
  }

  /** Writes a measurement-values-map. */
  public static void write(MeasurementValues values, CborWriter out) {
    ValuesCodec.write(values, out);
  }

  /** Encodes an array of measurement-maps. */
  public static Bytes encodeMeasurements(List<Measurement> measurements) {
    CborWriter out = new CborWriter();
    MeasurementCodec.write(measurements, out);
    return out.toBytes();
  }

  /** Encodes an array of choices. */
  public static Bytes encodeChoices(List<? extends Choice> choices) {
    CborWriter out = new CborWriter();
    ChoiceCodec.write(choices, out);
    return out.toBytes();
  }

  /** Decodes an environment-map. */
  public static Environment environment(Bytes cbor) throws DecodingException {
    return EnvironmentCodec.read(open(cbor, "environment"));
  }

  /** Decodes a measurement-values-map. */
  public static MeasurementValues values(Bytes cbor) throws DecodingException {
    return ValuesCodec.read(open(cbor, "mval"));
  }

  /** Decodes an array of measurement-maps, which may be empty. */
  public static List<Measurement> measurements(Bytes cbor) throws DecodingException {
    return MeasurementCodec.anyList(open(cbor, "measurements"));
  }

  /** Decodes an array of keys. */
  public static List<CryptoKey> keys(Bytes cbor) throws DecodingException {
    return ChoiceCodec.keys(open(cbor, "keys"));
  }

  /** Decodes a name of measurements. */
  public static MeasurementKey measurementKey(Bytes cbor) throws DecodingException {
    return ChoiceCodec.measurementKey(open(cbor, "mkey"));
  }

  private static Source open(Bytes cbor, String root) throws DecodingException {
    return Source.openPart(cbor, root, new Findings(CorimOptions.LENIENT));
  }
}
