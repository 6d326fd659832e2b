package org.rats4j.verifier.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.EpochTime;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.SignerInfo;
import org.rats4j.corim.Validity;
import org.rats4j.corim.appraisal.Authority;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.Instance;
import org.rats4j.corim.comid.KeyTriple;
import org.rats4j.corim.comid.SeriesTriple;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;

/** Takes a CoRIM apart by the devices that its triples name. */
final class DeviceSplit {
  /** The last second of the year 9999: a validity has an end. */
  private static final EpochTime END_OF_TIME = EpochTime.of(253_402_300_799L);

  private DeviceSplit() {}

  /** Returns what {@code signed} says of each device, for as long as its signature counts. */
  static Map<Instance, DeviceEndorsement> of(SignedCorim signed) {
    Corim corim =
        signed.corim().orElseThrow(() -> new IllegalArgumentException("CoRIM is detached"));
    Optional<Validity> validity = narrowed(corim.validity(), signed.signer());
    return of(corim, Authority.ofSigner(signed), validity);
  }

  private static Optional<Validity> narrowed(Optional<Validity> validity, SignerInfo signer) {
    Optional<EpochTime> begin =
        Stream.concat(validity.flatMap(Validity::notBefore).stream(), signer.notBefore().stream())
            .max(Comparator.naturalOrder());
    Optional<EpochTime> end =
        Stream.concat(validity.map(Validity::notAfter).stream(), signer.notAfter().stream())
            .min(Comparator.naturalOrder());
    if (begin.isEmpty()) {
      return end.map(Validity::until);
    }
    return Optional.of(Validity.between(begin.get(), end.orElse(END_OF_TIME)));
  }

  /** Returns what {@code corim} says of each device; what names no device is left out. */
  static Map<Instance, DeviceEndorsement> of(Corim corim, Authority authority) {
    return of(corim, authority, corim.validity());
  }

  private static Map<Instance, DeviceEndorsement> of(
      Corim corim, Authority authority, Optional<Validity> validity) {
    Map<Instance, List<ConciseTag>> tags = new LinkedHashMap<>();
    for (ConciseTag tag : corim.tags()) {
      if (tag instanceof ConciseTag.OfComid comid) {
        split(comid.comid())
            .forEach(
                (device, part) ->
                    tags.computeIfAbsent(device, any -> new ArrayList<>())
                        .add(ConciseTag.of(part)));
      }
    }
    Map<Instance, DeviceEndorsement> endorsements = new LinkedHashMap<>();
    tags.forEach(
        (device, parts) -> {
          Corim.Builder part = Corim.builder(corim.id()).tags(parts).entities(corim.entities());
          corim.profile().ifPresent(part::profile);
          validity.ifPresent(part::validity);
          endorsements.put(device, new DeviceEndorsement(part.build(), authority));
        });
    return endorsements;
  }

  private static Map<Instance, Comid> split(Comid comid) {
    Map<Instance, Triples.Builder> parts = new LinkedHashMap<>();
    Triples triples = comid.triples();
    each(triples.reference(), ValuesTriple::environment, parts, Triples.Builder::reference);
    each(triples.endorsed(), ValuesTriple::environment, parts, Triples.Builder::endorsed);
    each(triples.identity(), KeyTriple::environment, parts, Triples.Builder::identity);
    each(triples.attestKey(), KeyTriple::environment, parts, Triples.Builder::attestKey);
    each(triples.series(), SeriesTriple::environment, parts, Triples.Builder::series);
    Map<Instance, Comid> comids = new LinkedHashMap<>();
    parts.forEach(
        (device, part) ->
            comids.put(device, Comid.builder(comid.identity(), part.build()).build()));
    return comids;
  }

  private static <T> void each(
      List<T> records,
      Function<T, Environment> environment,
      Map<Instance, Triples.Builder> parts,
      BiConsumer<Triples.Builder, List<T>> add) {
    for (T each : records) {
      environment
          .apply(each)
          .instance()
          .ifPresent(
              device ->
                  add.accept(
                      parts.computeIfAbsent(device, any -> Triples.builder()), List.of(each)));
    }
  }
}
