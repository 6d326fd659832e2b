package org.rats4j.verifier;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rats4j.core.VerificationException;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.appraisal.AppraisalOptions;
import org.rats4j.corim.appraisal.CorimStore;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.Instance;
import org.rats4j.verifier.evidence.EvidenceComponent;
import org.rats4j.verifier.store.DeviceEndorsement;
import org.rats4j.verifier.store.EndorsementStore;

/** What an endorsement store knows of the devices that one piece of evidence is about. */
final class Devices {
  private final EndorsementStore store;
  private final CorimProfiles profiles;
  private final AppraisalOptions options;
  private final Clock clock;

  Devices(EndorsementStore store, CorimProfiles profiles, AppraisalOptions options, Clock clock) {
    this.store = store;
    this.profiles = profiles;
    this.options = options;
    this.clock = clock;
  }

  List<CryptoKey> attestKeys(Environment claimed) throws VerificationException {
    if (claimed.instance().isEmpty()) {
      return List.of();
    }
    Optional<CorimStore> known = of(Set.of(claimed.instance().get()), CorimStore.builder(options));
    return known.isEmpty() ? List.of() : known.get().attestKeys(claimed, clock.instant());
  }

  /** Returns {@code classes} and the values of the devices of these components on top of it. */
  CorimStore above(CorimStore classes, Collection<EvidenceComponent> components)
      throws VerificationException {
    Set<Instance> devices = new LinkedHashSet<>();
    for (EvidenceComponent component : components) {
      component.environment().flatMap(Environment::instance).ifPresent(devices::add);
    }
    return of(devices, CorimStore.builder(options).above(classes)).orElse(classes);
  }

  private Optional<CorimStore> of(Set<Instance> devices, CorimStore.Builder values)
      throws VerificationException {
    values.profiles(profiles).clock(clock);
    boolean any = false;
    for (Instance device : devices) {
      for (DeviceEndorsement endorsement : store.endorsements(device)) {
        values.add(endorsement.corim(), endorsement.authority());
        any = true;
      }
    }
    return any ? Optional.of(values.build()) : Optional.empty();
  }
}
