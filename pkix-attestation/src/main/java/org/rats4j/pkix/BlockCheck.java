package org.rats4j.pkix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.VerificationException;
import org.rats4j.core.crypto.ValidatedPath;

/** Checks one signature: its key, its algorithm, itself, its certificate and the path of that. */
final class BlockCheck {
  /** Codes of signers that nobody here knows. */
  static final Set<String> FOREIGN =
      Set.of(PkixCodes.KEY_UNRESOLVED, PkixCodes.PATH_NOT_FOUND, PkixCodes.SIGNER_NOT_TRUSTED);

  private final EvidenceExpectations expectations;
  private final EvidenceOids oids;
  private final PathFinder paths;
  private final Instant time;
  private final List<Finding> findings = new ArrayList<>();
  private final String path;
  private final int position;
  private final SignatureBlock block;

  BlockCheck(
      EvidenceExpectations expectations,
      EvidenceOids oids,
      PathFinder paths,
      Instant time,
      SignatureBlock block,
      int position) {
    this.expectations = expectations;
    this.oids = oids;
    this.paths = paths;
    this.time = time;
    this.block = block;
    this.position = position;
    path = EvidenceReader.SIGNATURES + "/" + position;
  }

  BlockReport check(Bytes tbs) {
    SignerIdentifier sid = block.sid();
    Optional<AttestationKey> resolved =
        sid.keyId().flatMap(expectations.keys()::resolve).filter(key -> key.agreesWith(sid));
    CertificateInfo certificate = sid.certificateInfo();
    if (certificate == null) {
      certificate = resolved.flatMap(AttestationKey::certificate).orElse(null);
    }
    PublicKeyInfo key = key(sid, resolved);
    if (key == null) {
      return report(null, null);
    }
    boolean pinned =
        expectations.trustedKeys().contains(key)
            || resolved.map(AttestationKey::isTrusted).orElse(false);
    ValidatedPath validated = certificate(certificate, pinned);
    checkSignature(key, pinned || validated != null, tbs);
    return report(key, validated);
  }

  /**
   * Nothing is computed with the key of a stranger, of which there may be many and each as slow as
   * can be; unless strangers are passed over, whose signatures have to be right then.
   */
  private void checkSignature(PublicKeyInfo key, boolean trusted, Bytes tbs) {
    SignatureCheck check = new SignatureCheck(expectations.algorithms());
    try {
      if (trusted || expectations.foreignBlocks() == ForeignBlocks.IGNORE) {
        check.verify(key, block.signatureAlgorithm(), tbs, block.signatureValue());
      } else {
        check.checkRules(key, block.signatureAlgorithm(), block.signatureValue());
      }
    } catch (VerificationException e) {
      findings.add(0, new Finding(e.code(), Severity.ERROR, path, e.detail()));
    }
  }

  private @Nullable PublicKeyInfo key(SignerIdentifier sid, Optional<AttestationKey> resolved) {
    List<PublicKeyInfo> keys = sid.keys();
    resolved.map(AttestationKey::publicKey).ifPresent(keys::add);
    if (keys.isEmpty()) {
      fail(PkixCodes.KEY_UNRESOLVED, path + "/sid/keyId", "no key is known by this identifier");
      return null;
    }
    PublicKeyInfo key = keys.get(0);
    if (!keys.stream().allMatch(key::equals)) {
      fail(PkixCodes.SID_KEYS_DISAGREE, path + "/sid", "members mean different keys");
      return null;
    }
    return key;
  }

  private @Nullable ValidatedPath certificate(
      @Nullable CertificateInfo certificate, boolean pinned) {
    String certificatePath = path + "/sid/certificate";
    if (certificate == null) {
      if (!pinned) {
        fail(PkixCodes.SIGNER_NOT_TRUSTED, path + "/sid", "key is not among the trusted ones");
      }
      return null;
    }
    if (!certificate.isForSignatures()) {
      fail(PkixCodes.AK_KEY_USAGE, certificatePath, "keyUsage without digitalSignature");
    }
    if (!certificate.isFor(oids.attestationKeyPurpose())) {
      fail(PkixCodes.AK_EXTENDED_KEY_USAGE, certificatePath, "not for attestation keys");
    }
    if (pinned) {
      return null;
    }
    if (!certificate.isValidAt(time)) {
      fail(PkixCodes.CERTIFICATE_EXPIRED, certificatePath, "not valid at this time");
      return null;
    }
    return path(certificate, certificatePath);
  }

  private @Nullable ValidatedPath path(CertificateInfo certificate, String certificatePath) {
    try {
      return paths.find(certificate);
    } catch (VerificationException e) {
      fail(e.code(), certificatePath, e.detail());
      return null;
    }
  }

  private void fail(String code, String where, String detail) {
    findings.add(new Finding(code, Severity.ERROR, where, detail));
  }

  private BlockReport report(@Nullable PublicKeyInfo key, @Nullable ValidatedPath validated) {
    return new BlockReport(position, key, validated, findings);
  }
}
