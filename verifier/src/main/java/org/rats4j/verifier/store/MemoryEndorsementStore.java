package org.rats4j.verifier.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rats4j.corim.Corim;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.appraisal.Authority;
import org.rats4j.corim.comid.Instance;

/** An endorsement store in memory. It is immutable: to change it, build another one. */
public final class MemoryEndorsementStore implements EndorsementStore {
  private final Map<Instance, List<DeviceEndorsement>> devices;

  private MemoryEndorsementStore(Map<Instance, List<DeviceEndorsement>> devices) {
    this.devices = devices;
  }

  /** Returns a builder of a store that knows no device. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public List<DeviceEndorsement> endorsements(Instance device) {
    return devices.getOrDefault(device, List.of());
  }

  /** Returns how many devices are known. */
  public int size() {
    return devices.size();
  }

  /** Builds {@link MemoryEndorsementStore}. Not safe for use by several threads. */
  public static final class Builder {
    private final Map<Instance, List<DeviceEndorsement>> devices = new HashMap<>();

    private Builder() {}

    /**
     * Adds what a verified CoRIM says of devices, for as long as the CoRIM and its signature count;
     * its authority is the key that verified it. See {@link #add(Corim, Authority)}.
     *
     * @throws IllegalArgumentException if the signature is over the hash of a CoRIM that is not
     *     here
     */
    public Builder add(SignedCorim corim) {
      return add(DeviceSplit.of(corim));
    }

    /**
     * Adds what a CoRIM says of devices: its triples with reference values, endorsed values, keys
     * and series whose environments have an instance. All else is left out: it belongs into a
     * {@code CorimStore}.
     *
     * @param authority who signed the CoRIM, which the caller has verified; for how long the
     *     signature counts is not known here
     */
    public Builder add(Corim corim, Authority authority) {
      return add(DeviceSplit.of(corim, authority));
    }

    private Builder add(Map<Instance, DeviceEndorsement> all) {
      all.forEach(
          (device, endorsement) ->
              devices.computeIfAbsent(device, any -> new ArrayList<>(1)).add(endorsement));
      return this;
    }

    /**
     * Returns the store.
     *
     * @throws IllegalArgumentException if more than {@link EndorsementStore#ENDORSEMENTS_MAX}
     *     CoRIMs speak of one device
     */
    public MemoryEndorsementStore build() {
      Map<Instance, List<DeviceEndorsement>> copy = new HashMap<>();
      devices.forEach(
          (device, endorsements) -> {
            if (endorsements.size() > ENDORSEMENTS_MAX) {
              throw new IllegalArgumentException("too many CoRIMs speak of one device");
            }
            copy.put(device, List.copyOf(endorsements));
          });
      return new MemoryEndorsementStore(copy);
    }
  }
}
