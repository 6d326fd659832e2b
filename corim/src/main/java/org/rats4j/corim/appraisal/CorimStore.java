package org.rats4j.corim.appraisal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Finding;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.EpochTime;
import org.rats4j.corim.SignedCorim;
import org.rats4j.corim.SignerInfo;
import org.rats4j.corim.Validity;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Environment;

/**
 * Reference values, endorsements and keys, ready to be matched (phase 1): a snapshot that any
 * number of appraisals share.
 *
 * <p>What must not be used is left out when the store is made, and reported by {@link
 * #diagnostics()}: CoRIMs that do not count at the time, of an unknown profile, tags that no list
 * activates where lists are demanded, tags with a triple that breaks a rule. The rest stands. What
 * expires later is left out of appraisals from then on; {@link #nextChange()} says when to make
 * another store. To use it, hand an {@link Appraiser} something that returns the latest store.
 *
 * <p>The order in which CoRIMs are added has no effect.
 */
public final class CorimStore {
  /** Up to how many conditions of one environment are tried one after the other. */
  private static final int FEW = 32;

  private final AppraisalOptions options;
  private final StoreContent content;

  private CorimStore(AppraisalOptions options, StoreContent content) {
    this.options = options;
    this.content = content;
  }

  /** Returns a builder of a store that is read as {@link AppraisalOptions#RECOMMENDED} says. */
  public static Builder builder() {
    return builder(AppraisalOptions.RECOMMENDED);
  }

  /** Returns a builder of a store that is read as {@code options} say. */
  public static Builder builder(AppraisalOptions options) {
    return new Builder(options);
  }

  /** Returns how the store was read, and how evidence is appraised by it. */
  public AppraisalOptions options() {
    return options;
  }

  /** Returns how many triples are in use. */
  public int size() {
    return content.items().size();
  }

  /** Returns what was left out, and why, by CoRIM and tag. */
  public List<Finding> diagnostics() {
    return content.diagnostics();
  }

  /**
   * Returns when the first of what is used expires, or the first of what was left out as not yet
   * valid begins; empty if nothing ever does.
   */
  public Optional<Instant> nextChange() {
    return content.nextChange();
  }

  /**
   * Returns the keys with which {@code environment} may sign evidence: those of the attest-key
   * triples that count at {@code now} and whose environment is contained in it. A key under further
   * conditions is left out unless a signature by this key alone meets them: one for a measurement,
   * or that others have to say so, too.
   */
  public List<CryptoKey> attestKeys(Environment environment, Instant now) {
    Set<CryptoKey> keys = new LinkedHashSet<>();
    boolean exact = options.has(Alternative.EXACT_AUTHORITY);
    content.attestKeys(environment, now, item -> keys.addAll(item.signingKeys(exact)));
    return List.copyOf(keys);
  }

  /**
   * Returns whether there are reference values that count at {@code now} for {@code environment},
   * met or not.
   */
  public boolean hasReferenceValues(Environment environment, Instant now) {
    return hasReferenceValues(environment, now, signer -> true);
  }

  /** Returns whether there are such reference values, signed by one of {@code signers}. */
  public boolean hasReferenceValues(
      Environment environment, Instant now, Predicate<Authority> signers) {
    return content.hasReferenceValues(environment, now, signers);
  }

  StoreContent content() {
    return content;
  }

  @Override
  public String toString() {
    return "store of " + size() + " triples, " + options;
  }

  /**
   * Collects CoRIMs, which need not stay in memory after they were added. Builds once. Not safe for
   * use by several threads.
   */
  public static final class Builder {
    private final AppraisalOptions options;
    private final List<StagedCorim> corims = new ArrayList<>();
    private final List<Finding> remarks = new ArrayList<>();
    private final Transform transform;
    private boolean built;
    private CorimProfiles profiles = CorimProfiles.BUILT_IN;
    private Clock clock = Clock.systemUTC();
    private boolean requireCotl;
    private @Nullable CorimStore below;
    private int few = FEW;

    private Builder(AppraisalOptions options) {
      this.options = Objects.requireNonNull(options, "options");
      transform = new Transform(options);
    }

    /**
     * Sets the profiles that are understood; CoRIMs of others are left out. {@link
     * CorimProfiles#BUILT_IN} if not set.
     */
    public Builder profiles(CorimProfiles value) {
      profiles = Objects.requireNonNull(value, "value");
      return this;
    }

    /** Sets what tells the time at which the store is made; the clock of the system. */
    public Builder clock(Clock value) {
      clock = Objects.requireNonNull(value, "value");
      return this;
    }

    /**
     * Puts the store on top of {@code below}, which stays as it is: appraisals use what is in both,
     * under the options of {@code below}. It costs what is added here, however much is below.
     *
     * @throws IllegalArgumentException if {@code below} was read by other options
     */
    public Builder above(CorimStore value) {
      if (!value.options.equals(options)) {
        throw new IllegalArgumentException("store below was read by other options");
      }
      below = value;
      return this;
    }

    /** Demands that each tag is on a list of tags (CoTL) that is valid and complete. */
    public Builder requireCotl() {
      requireCotl = true;
      return this;
    }

    /**
     * Adds a verified CoRIM; its authority is the key that verified it.
     *
     * @throws IllegalArgumentException if the signature is over the hash of a CoRIM that is not
     *     here: see {@link SignedCorim#verifyPreimage}
     */
    public Builder add(SignedCorim corim) {
      return add(corim, Authority.ofSigner(corim));
    }

    /**
     * Adds a verified CoRIM under an authority that the caller knows its signer by, such as a
     * certificate.
     *
     * @throws IllegalArgumentException if the signature is over the hash of a CoRIM that is not
     *     here: see {@link SignedCorim#verifyPreimage}
     */
    public Builder add(SignedCorim signed, Authority authority) {
      Corim corim =
          signed.corim().orElseThrow(() -> new IllegalArgumentException("CoRIM is detached"));
      return add(corim, authority, signed.signer());
    }

    /**
     * Adds the CoRIM whose hash was signed.
     *
     * @param corim what {@link SignedCorim#verifyPreimage} returned
     */
    public Builder add(Corim corim, Authority authority, SignerInfo signer) {
      return add(
          corim,
          authority,
          signer.name(),
          signer.notBefore().map(EpochTime::toInstant).orElse(Instant.MIN),
          signer.notAfter().map(EpochTime::toInstant).orElse(Instant.MAX));
    }

    /**
     * Adds a CoRIM without signature.
     *
     * @param authority whom the caller has it from: the other end of a channel, or who signed what
     *     was around it
     */
    public Builder add(Corim corim, Authority authority) {
      return add(corim, authority, "", Instant.MIN, Instant.MAX);
    }

    private Builder add(
        Corim corim, Authority authority, String signer, Instant from, Instant until) {
      Optional<Validity> validity = corim.validity();
      Instant begin =
          validity.flatMap(Validity::notBefore).map(EpochTime::toInstant).orElse(Instant.MIN);
      Instant end = validity.map(Validity::notAfter).map(EpochTime::toInstant).orElse(Instant.MAX);
      Objects.requireNonNull(authority, "authority");
      Instant latest = begin.isAfter(from) ? begin : from;
      Instant earliest = end.isBefore(until) ? end : until;
      corims.add(StagedCorim.of(corim, authority, signer, latest, earliest, transform));
      return this;
    }

    /**
     * Adds what was remarked when CoRIMs were read, such as tags that were left out under {@link
     * CorimOptions#FOR_STORES}, to what the store reports.
     */
    public Builder remarks(List<Finding> findings) {
      remarks.addAll(findings);
      return this;
    }

    /** Makes the index tell conditions of one environment apart if there are more than that. */
    Builder indexAbove(int value) {
      few = value;
      return this;
    }

    /**
     * Returns the store of what may be used now.
     *
     * @throws IllegalStateException if this builder has built one before
     */
    public CorimStore build() {
      if (built) {
        throw new IllegalStateException("a builder of a store builds one");
      }
      built = true;
      Instant now = clock.instant();
      StoreGates gates = new StoreGates(options, profiles, requireCotl, now, remarks);
      StoreContent under = below == null ? null : below.content;
      StoreContent content = gates.content(corims, few, under);
      return new CorimStore(options, under == null ? content : content.above(under));
    }
  }
}
