package org.rats4j.pkix;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.Oid;

/** What evidence says of the module that holds the keys; at most one element. */
public final class PlatformElement extends ReportedElement {
  PlatformElement(Oid type, int position, List<ReportedClaim> claims, EvidenceOids oids) {
    super(type, position, claims, oids);
  }

  /** Returns {@link EvidenceClaims#VENDOR}. */
  public Optional<String> vendor() {
    return one(EvidenceClaims.VENDOR);
  }

  /** Returns {@link EvidenceClaims#OEMID}. */
  public Optional<Bytes> oemid() {
    return one(EvidenceClaims.OEMID);
  }

  /** Returns {@link EvidenceClaims#HWMODEL}. */
  public Optional<Bytes> hwmodel() {
    return one(EvidenceClaims.HWMODEL);
  }

  /** Returns {@link EvidenceClaims#HWVERSION}. */
  public Optional<String> hwversion() {
    return one(EvidenceClaims.HWVERSION);
  }

  /** Returns {@link EvidenceClaims#HWSERIAL}. */
  public Optional<String> hwserial() {
    return one(EvidenceClaims.HWSERIAL);
  }

  /** Returns {@link EvidenceClaims#SWNAME}. */
  public Optional<String> swname() {
    return one(EvidenceClaims.SWNAME);
  }

  /** Returns {@link EvidenceClaims#SWVERSION}. */
  public Optional<String> swversion() {
    return one(EvidenceClaims.SWVERSION);
  }

  /** Returns {@link EvidenceClaims#DBGSTAT}. */
  public Optional<Integer> dbgstat() {
    return one(EvidenceClaims.DBGSTAT);
  }

  /** Returns {@link EvidenceClaims#UPTIME}. */
  public Optional<BigInteger> uptime() {
    return one(EvidenceClaims.UPTIME);
  }

  /** Returns {@link EvidenceClaims#BOOTCOUNT}. */
  public Optional<BigInteger> bootcount() {
    return one(EvidenceClaims.BOOTCOUNT);
  }

  /** Returns {@link EvidenceClaims#FIPSBOOT}. */
  public Optional<Boolean> fipsboot() {
    return one(EvidenceClaims.FIPSBOOT);
  }

  /** Returns {@link EvidenceClaims#FIPSVER}. */
  public Optional<String> fipsver() {
    return one(EvidenceClaims.FIPSVER);
  }

  /** Returns {@link EvidenceClaims#FIPSLEVEL}. */
  public Optional<Integer> fipslevel() {
    return one(EvidenceClaims.FIPSLEVEL);
  }

  /** Returns {@link EvidenceClaims#FIPSMODULE}. */
  public Optional<String> fipsmodule() {
    return one(EvidenceClaims.FIPSMODULE);
  }
}
