package org.rats4j.benchmarks.corim;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Digest;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.appraisal.Authority;
import org.rats4j.corim.appraisal.CorimStore;
import org.rats4j.corim.appraisal.Element;
import org.rats4j.corim.appraisal.ElementEct;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.TaggedBytes;
import org.rats4j.corim.comid.TaggedUeid;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;

/** Reference values of software components, each a digest, in the manner of PSA. */
public enum ReferenceValues {
  /** All of one class of devices. */
  ONE_CLASS {
    @Override
    int classOf(int number) {
      return 0;
    }
  },
  /** Eight for each class of devices. */
  MANY_CLASSES {
    @Override
    int classOf(int number) {
      return number / COMPONENTS;
    }
  };

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

  private static final int COMPONENTS = 8;
  private static final int PER_CORIM = 10_000;
  private static final MeasurementKey COMPONENT = MeasurementKey.of("psa.software-component");
  private static final Authority ENDORSER = Authority.of(new TaggedBytes(Bytes.ofUtf8("endorser")));

  abstract int classOf(int number);

  /** Returns encoded CoRIMs with {@code count} reference values. */
  List<Bytes> encoded(int count) {
    List<Bytes> corims = new ArrayList<>();
    for (int first = 0; first < count; first += PER_CORIM) {
      List<ValuesTriple> triples =
          IntStream.range(first, Math.min(count, first + PER_CORIM))
              .mapToObj(this::triple)
              .toList();
      TagIdentity tag = TagIdentity.of(TagId.of("tag " + first));
      Comid comid = Comid.builder(tag, Triples.builder().reference(triples).build()).build();
      corims.add(
          Corim.builder(TagId.of("corim " + first)).tag(ConciseTag.of(comid)).build().encode());
    }
    return corims;
  }

  /** Returns a store of {@code corims}. */
  static CorimStore store(List<Bytes> corims) throws DecodingException {
    CorimStore.Builder store = CorimStore.builder().clock(CLOCK);
    for (Bytes corim : corims) {
      store.add(Corim.decode(corim), ENDORSER);
    }
    return store.build();
  }

  /** Returns evidence of a device with the software of {@code first} and three behind it. */
  ElementEct evidence(int first) {
    EnvironmentClass ofDevice = environmentClass(first);
    Environment device =
        Environment.builder()
            .environmentClass(ofDevice)
            .instance(new TaggedUeid(bytes(first, 33)))
            .build();
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      elements.add(Element.of(COMPONENT, values(first + i)));
    }
    Authority attester = Authority.of(new TaggedBytes(bytes(first, 32)));
    return ElementEct.evidence(device, attester, elements);
  }

  private ValuesTriple triple(int number) {
    return new ValuesTriple(
        Environment.of(environmentClass(number)),
        List.of(Measurement.of(COMPONENT, values(number))));
  }

  private EnvironmentClass environmentClass(int number) {
    return EnvironmentClass.of(new TaggedBytes(bytes(classOf(number), 32)));
  }

  private static MeasurementValues values(int number) {
    return MeasurementValues.builder().digests(Digest.sha256(bytes(number, 32))).build();
  }

  private static Bytes bytes(int seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    ByteBuffer.wrap(bytes).putInt(seed);
    return Bytes.copyOf(bytes);
  }
}
