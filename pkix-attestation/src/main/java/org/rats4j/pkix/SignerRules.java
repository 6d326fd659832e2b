package org.rats4j.pkix;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.crypto.TrustAnchors;

/** The rules over all signatures: which have to be right, and who has to be named. */
final class SignerRules {
  private static final String AK_PATH = "transaction/ak-spki";

  private final EvidenceExpectations expectations;
  private final List<BlockReport> blocks;
  private final List<Finding> findings;
  private final Set<PublicKeyInfo> signers = new HashSet<>();

  SignerRules(EvidenceExpectations expectations, List<BlockReport> blocks, List<Finding> findings) {
    this.expectations = expectations;
    this.blocks = blocks;
    this.findings = findings;
    for (BlockReport block : blocks) {
      if (block.isValid()) {
        block.key().ifPresent(signers::add);
      }
    }
  }

  void check(TbsEvidence tbs) {
    boolean all = expectations.signatures() instanceof SignaturePolicy.All;
    for (BlockReport block : blocks) {
      boolean ignored = block.isForeign() && expectations.foreignBlocks() == ForeignBlocks.IGNORE;
      for (Finding finding : block.findings()) {
        // The draft leaves no choice where nobody knows the key identifier.
        boolean always = finding.code().equals(PkixCodes.KEY_UNRESOLVED);
        add(finding, (all || always) && !ignored);
      }
    }
    if (!isSatisfied(expectations.signatures())) {
      boolean known = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
      if (!all || !known) {
        fail(PkixCodes.SIGNER_NOT_TRUSTED, EvidenceReader.SIGNATURES, "too few valid signatures");
      }
    }
    tbs.transaction().ifPresent(transaction -> checkBinding(transaction.akSpkis()));
  }

  private boolean isSatisfied(SignaturePolicy policy) {
    if (policy instanceof SignaturePolicy.AtLeast atLeast) {
      return signers.size() >= atLeast.keys();
    }
    if (policy instanceof SignaturePolicy.SignedBy by) {
      return blocks.stream().anyMatch(block -> leadsTo(block, by.anchors()));
    }
    return !signers.isEmpty();
  }

  private static boolean leadsTo(BlockReport block, TrustAnchors anchors) {
    return block.isValid()
        && block.path().map(path -> anchors.certificates().contains(path.anchor())).orElse(false);
  }

  private void checkBinding(List<PublicKeyInfo> named) {
    if (named.isEmpty()) {
      return;
    }
    boolean strict = expectations.akBinding() == AkBinding.STRICT;
    for (BlockReport block : blocks) {
      Optional<PublicKeyInfo> key = block.key();
      if (block.isValid() && key.isPresent() && !named.contains(key.get())) {
        add(
            error(
                PkixCodes.SIGNER_NOT_IN_AK_SPKI,
                EvidenceReader.SIGNATURES + "/" + block.position(),
                "signer is not among those that the evidence names"),
            strict);
      }
    }
    int position = 0;
    for (PublicKeyInfo key : named) {
      String path = AK_PATH + "/" + position++;
      if (!signers.contains(key)) {
        add(error(PkixCodes.AK_SPKI_UNBACKED, path, "named key has no valid signature"), strict);
      }
    }
    if (!strict && named.stream().noneMatch(signers::contains)) {
      fail(PkixCodes.AK_SPKI_UNBACKED, AK_PATH, "no named key has a valid signature");
    }
  }

  private void fail(String code, String path, String detail) {
    findings.add(error(code, path, detail));
  }

  private static Finding error(String code, String path, String detail) {
    return new Finding(code, Severity.ERROR, path, detail);
  }

  private void add(Finding finding, boolean fatal) {
    findings.add(fatal ? finding : warning(finding));
  }

  /** Returns the remark of an error that does not count. */
  static Finding warning(Finding error) {
    return new Finding(error.code(), Severity.WARNING, error.path(), error.message());
  }
}
