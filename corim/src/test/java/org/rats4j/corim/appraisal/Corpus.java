package org.rats4j.corim.appraisal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.VerificationException;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.Triples;

/** Small things that tests are made of. */
final class Corpus {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
  static final Authority ENDORSER = authority("endorser");
  static final Authority ATTESTER = authority("attester");

  private Corpus() {}

  static TagSource source(TagId corim, TagIdentity tag, Authority authority) {
    return new TagSource(corim, tag, null, authority, "", Instant.MIN, Instant.MAX);
  }

  static Authority authority(String name) {
    return Authority.of(key(name));
  }

  static TaggedBytes key(String name) {
    return new TaggedBytes(Bytes.ofUtf8(name));
  }

  static TaggedBytes bytes(Bytes value) {
    return new TaggedBytes(value);
  }

  static Environment environment(String vendor) {
    return Environment.of(EnvironmentClass.builder().vendor(vendor).build());
  }

  static Environment environment(String vendor, String model) {
    return Environment.of(EnvironmentClass.builder().vendor(vendor).model(model).build());
  }

  static MeasurementValues named(String name) {
    return MeasurementValues.builder().name(name).build();
  }

  static Measurement measurement(String key, String name) {
    return Measurement.of(MeasurementKey.of(key), named(name));
  }

  static ElementEct evidence(Environment environment, Measurement... measurements) {
    return ElementEct.evidence(
        environment, ATTESTER, List.of(measurements).stream().map(Element::of).toList());
  }

  static Comid comid(String name, Triples triples) {
    return Comid.builder(TagIdentity.of(TagId.of(name)), triples).build();
  }

  static Corim corim(String name, Comid... comids) {
    Corim.Builder corim = Corim.builder(TagId.of(name));
    for (Comid comid : comids) {
      corim.tag(ConciseTag.of(comid));
    }
    return corim.build();
  }

  static CorimStore store(AppraisalOptions options, Corim... corims) {
    CorimStore.Builder store = CorimStore.builder(options).clock(CLOCK);
    for (Corim corim : corims) {
      store.add(corim, ENDORSER);
    }
    return store.build();
  }

  static CorimStore store(Triples triples) {
    return store(AppraisalOptions.RECOMMENDED, corim("c", comid("t", triples)));
  }

  static Appraisal appraise(CorimStore store, ElementEct... evidence) {
    try {
      return Appraiser.of(store).clock(CLOCK).appraise(List.of(evidence));
    } catch (VerificationException e) {
      throw new AssertionError(e);
    }
  }
}
