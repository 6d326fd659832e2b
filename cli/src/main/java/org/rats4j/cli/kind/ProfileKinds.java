package org.rats4j.cli.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborItem;
import org.rats4j.core.cbor.CborMap;
import org.rats4j.core.cbor.CborTagged;
import org.rats4j.eat.UnverifiedEat;
import org.rats4j.eat.cca.CcaProfiles;
import org.rats4j.eat.cca.CcaToken;
import org.rats4j.eat.cca.UnverifiedCcaToken;
import org.rats4j.eat.psa.PsaProfiles;

/** Tokens of the profiles that rats4j brings along: PSA (RFC 9783) and Arm CCA. */
final class ProfileKinds {
  static final List<Kind> TOKENS =
      List.of(
          new CcaKind(),
          new EatKinds.TokenKind(
              "psa-token", "PSA token (RFC 9783)", true, false, ProfileChoice.of(PsaProfiles.ALL)));

  static final List<Kind> CLAIMS =
      List.of(
          new EatKinds.ClaimsKind(
              "psa-claims",
              "Claims-set of a PSA token (RFC 9783)",
              ProfileChoice.of(PsaProfiles.ALL)),
          new EatKinds.ClaimsKind(
              "cca-platform-claims",
              "Claims-set of an Arm CCA platform token",
              ProfileChoice.of(CcaProfiles.PLATFORM, CcaProfiles.PLATFORM_LEGACY)),
          new EatKinds.ClaimsKind(
              "cca-realm-claims",
              "Claims-set of an Arm CCA realm token",
              ProfileChoice.of(CcaProfiles.REALM, CcaProfiles.REALM_LEGACY)));

  private ProfileKinds() {}

  /** Two tokens that belong together. */
  private static final class CcaKind extends Kind {
    private static final long PLATFORM_LABEL = 44234;

    CcaKind() {
      super("cca-token", "Arm CCA token: platform and realm");
    }

    @Override
    public boolean detects(Content content) {
      return content.cbor().filter(CcaKind::looksLikeToken).isPresent();
    }

    private static boolean looksLikeToken(CborItem item) {
      CborItem inner = item instanceof CborTagged tagged ? tagged.content() : item;
      return inner instanceof CborMap map && map.get(PLATFORM_LABEL).isPresent();
    }

    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      UnverifiedCcaToken token = CcaToken.decode(content.bytes(), EatKinds.options(lenient));
      List<Finding> findings = new ArrayList<>(token.findings());
      findings.addAll(findings("platform", token.platform()));
      findings.addAll(findings("realm", token.realm()));
      View view =
          View.Group.builder()
              .put("form", token.form().name().toLowerCase(Locale.ROOT))
              .put("platform", half(token.platform(), content))
              .put("realm", half(token.realm(), content))
              .build();
      return new Decoded("cbor", true, findings, view);
    }

    private static List<Finding> findings(String half, UnverifiedEat token) {
      List<Finding> findings = new ArrayList<>(token.findings());
      CcaProfiles.ALL
          .findOrGuess(token.unverifiedClaims())
          .map(profile -> profile.check(token.unverifiedClaims()))
          .ifPresent(findings::addAll);
      return findings.stream().map(finding -> in(half, finding)).toList();
    }

    private static Finding in(String half, Finding finding) {
      String path = finding.path().isEmpty() ? half : half + "/" + finding.path();
      return new Finding(finding.code(), finding.severity(), path, finding.message());
    }

    private static View half(UnverifiedEat token, Content whole) {
      return EatKinds.TokenKind.showCwt(new Content(token.encoded(), whole.level() + 1));
    }

    @Override
    public Decoded verify(Content content, Checks checks)
        throws DecodingException, VerificationException {
      Decoded decoded = decode(content, checks.lenient());
      CcaToken token =
          CcaToken.decode(content.bytes(), EatKinds.options(checks.lenient()))
              .verify(EatKinds.expectations(checks).build());
      List<Finding> findings = new ArrayList<>(token.findings());
      token.platform().findings().forEach(finding -> findings.add(in("platform", finding)));
      token.realm().findings().forEach(finding -> findings.add(in("realm", finding)));
      if (token.platform().root().submodules().isEmpty()
          && token.realm().root().submodules().isEmpty()) {
        return new Decoded(decoded.encoding(), true, findings, decoded.content());
      }
      View trust =
          View.Group.builder()
              .put("platform", TrustView.of(token.platform()))
              .put("realm", TrustView.of(token.realm()))
              .build();
      View shown =
          View.Group.builder().put("trust", trust).put("content", decoded.content()).build();
      return new Decoded(decoded.encoding(), true, findings, shown);
    }

    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      decode(content, lenient);
      if (to == Notation.JSON) {
        throw unsupported("the signatures of a CCA token do not survive another encoding");
      }
      return GenericKinds.write(content.cbor().orElseThrow(), to);
    }
  }
}
