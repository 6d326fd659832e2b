package org.rats4j.corim.appraisal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.comid.ConditionalEndorsementTriple;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.DomainTriple;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.KeyConditions;
import org.rats4j.corim.comid.KeyTriple;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementKey;
import org.rats4j.corim.comid.SeriesTriple;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;
import org.rats4j.corim.internal.Parts;

/**
 * Makes relation items of triples (phase 1). Environments and authorities that are alike become
 * one.
 */
final class Transform {
  private final AppraisalOptions options;
  private final Map<Bytes, CanonicalEnvironment> environments = new HashMap<>();
  private final Map<Bytes, Authority> authorities = new HashMap<>();
  private @Nullable Environment last;
  private @Nullable CanonicalEnvironment lastCanonical;

  Transform(AppraisalOptions options) {
    this.options = options;
  }

  /** Returns rules for another tag. */
  TripleRules rules() {
    return new TripleRules(options);
  }

  /** Returns the items of a tag in the order of the triples-map. */
  List<RelationItem> items(Triples triples, TagSource source) {
    List<RelationItem> items = new ArrayList<>(triples.reference().size());
    for (int i = 0; i < triples.reference().size(); i++) {
      items.add(reference(triples.reference().get(i), source, i));
    }
    for (int i = 0; i < triples.endorsed().size(); i++) {
      items.add(endorsed(triples.endorsed().get(i), source, i));
    }
    for (int i = 0; i < triples.identity().size(); i++) {
      items.add(keys(triples.identity().get(i), KeyEct.IDENTITY_KEY, source, i));
    }
    for (int i = 0; i < triples.attestKey().size(); i++) {
      items.add(keys(triples.attestKey().get(i), KeyEct.ATTEST_KEY, source, i));
    }
    for (int i = 0; i < triples.dependency().size(); i++) {
      items.add(trust(triples.dependency().get(i), source, i));
    }
    for (int i = 0; i < triples.membership().size(); i++) {
      items.add(membership(triples.membership().get(i), source, i));
    }
    for (int i = 0; i < triples.series().size(); i++) {
      items.add(series(triples.series().get(i), source, i));
    }
    for (int i = 0; i < triples.conditionalEndorsement().size(); i++) {
      items.add(conditional(triples.conditionalEndorsement().get(i), source, i));
    }
    return items;
  }

  private ReferenceItem reference(ValuesTriple triple, TagSource source, int index) {
    ReferenceItem item = new ReferenceItem(source, index);
    item.attach(
        slots(item, 0, canonical(triple.environment()), triple.measurements(), Authority.ANY));
    return item;
  }

  private EndorsementItem endorsed(ValuesTriple triple, TagSource source, int index) {
    EndorsementItem item =
        new EndorsementItem(source, Triples.ENDORSED, index, List.of(addition(triple)));
    item.attach(
        List.of(new Slot(item, 0, canonical(triple.environment()), Bytes.EMPTY, Authority.ANY)));
    return item;
  }

  private EndorsementItem conditional(
      ConditionalEndorsementTriple triple, TagSource source, int index) {
    List<Addition> additions = triple.endorsements().stream().map(this::addition).toList();
    EndorsementItem item =
        new EndorsementItem(source, Triples.CONDITIONAL_ENDORSEMENT, index, additions);
    List<Slot> slots = new ArrayList<>();
    for (ValuesTriple condition : triple.conditions()) {
      CanonicalEnvironment environment = canonical(condition.environment());
      slots.addAll(slots(item, slots.size(), environment, condition.measurements(), Authority.ANY));
    }
    item.attach(slots);
    return item;
  }

  private SeriesItem series(SeriesTriple triple, TagSource source, int index) {
    SeriesItem item = new SeriesItem(source, index);
    CanonicalEnvironment environment = canonical(triple.environment());
    Authority common = authority(triple.authorizedBy());
    List<SeriesItem.Row> rows = new ArrayList<>();
    int number = 0;
    for (SeriesTriple.Row row : triple.rows()) {
      List<Measurement> all = new ArrayList<>(triple.measurements());
      all.addAll(row.condition());
      List<Slot> slots = slots(item, number, environment, all, common);
      number += slots.size();
      rows.add(new SeriesItem.Row(slots, new Addition(environment, encode(row.addition()))));
    }
    item.attach(rows);
    return item;
  }

  private KeyItem keys(KeyTriple triple, int keyType, TagSource source, int index) {
    MeasurementKey id = triple.conditions().flatMap(KeyConditions::key).orElse(null);
    boolean known =
        triple.conditions().map(KeyConditions::unknown).stream().allMatch(RawEntries::isEmpty);
    // Under a condition that nobody here understands no key counts.
    List<CryptoKey> keys = known ? copyOf(triple.keys()) : List.of();
    KeyItem item = new KeyItem(source, index, keyType, id, keys);
    Authority authority =
        authority(triple.conditions().map(KeyConditions::authorizedBy).orElse(List.of()));
    item.attach(new Slot(item, 0, canonical(triple.environment()), Bytes.EMPTY, authority));
    return item;
  }

  private MembershipItem membership(DomainTriple triple, TagSource source, int index) {
    MembershipItem item = new MembershipItem(source, index, triple.domain(), triple.environments());
    List<Slot> slots = new ArrayList<>();
    for (Environment member : triple.environments()) {
      slots.add(new Slot(item, slots.size(), canonical(member), Bytes.EMPTY, Authority.ANY));
    }
    item.attach(slots);
    return item;
  }

  private TrustItem trust(DomainTriple triple, TagSource source, int index) {
    TrustItem item =
        new TrustItem(source, index, copyOf(triple.domain()), copiesOf(triple.environments()));
    item.attach(new Slot(item, 0, canonical(triple.domain()), Bytes.EMPTY, Authority.ANY));
    return item;
  }

  /** Returns one condition for each authority that the measurements name. */
  private List<Slot> slots(
      RelationItem item,
      int first,
      CanonicalEnvironment environment,
      List<Measurement> measurements,
      Authority common) {
    if (options.has(Alternative.IGNORE_AUTHORIZED_BY)
        || measurements.stream().allMatch(each -> each.authorizedBy().isEmpty())) {
      return List.of(new Slot(item, first, environment, encode(measurements), common));
    }
    Map<Authority, List<Measurement>> parts = new LinkedHashMap<>();
    for (Measurement measurement : measurements) {
      List<CryptoKey> keys = new ArrayList<>(common.keys());
      keys.addAll(measurement.authorizedBy());
      parts.computeIfAbsent(authority(keys), any -> new ArrayList<>()).add(measurement);
    }
    List<Slot> slots = new ArrayList<>();
    parts.forEach(
        (authority, part) ->
            slots.add(new Slot(item, first + slots.size(), environment, encode(part), authority)));
    return slots;
  }

  private Addition addition(ValuesTriple triple) {
    return new Addition(canonical(triple.environment()), encode(triple.measurements()));
  }

  /** Returns the measurements without who has to say so, which is the authority of the slot. */
  private static Bytes encode(List<Measurement> measurements) {
    if (measurements.isEmpty()) {
      return Bytes.EMPTY;
    }
    return Parts.encodeMeasurements(
        measurements.stream().map(each -> each.authorizedBy(List.of())).toList());
  }

  private CanonicalEnvironment canonical(Environment environment) {
    CanonicalEnvironment known = lastCanonical;
    if (known != null && Objects.equals(environment, last)) {
      return known;
    }
    CanonicalEnvironment canonical = CanonicalEnvironment.of(environment);
    if (canonical.isKnown()) {
      CanonicalEnvironment same = environments.putIfAbsent(canonical.encoded(), canonical);
      canonical = same == null ? canonical : same;
    }
    last = environment;
    lastCanonical = canonical;
    return canonical;
  }

  private Authority authority(List<CryptoKey> keys) {
    if (keys.isEmpty()) {
      return Authority.ANY;
    }
    return authorities.computeIfAbsent(
        Parts.encodeChoices(keys), any -> Authority.ofAny(copyOf(keys)));
  }

  /** Returns equal keys that do not keep the message alive from which {@code keys} were read. */
  private static List<CryptoKey> copyOf(List<CryptoKey> keys) {
    try {
      return Parts.keys(Parts.encodeChoices(keys));
    } catch (DecodingException e) {
      throw new IllegalStateException("keys that were encoded here", e);
    }
  }

  private static List<Environment> copiesOf(List<Environment> environments) {
    return environments.stream().map(Transform::copyOf).toList();
  }

  private static Environment copyOf(Environment environment) {
    try {
      return Parts.environment(Parts.encode(environment));
    } catch (DecodingException e) {
      throw new IllegalStateException("an environment that was encoded here", e);
    }
  }
}
