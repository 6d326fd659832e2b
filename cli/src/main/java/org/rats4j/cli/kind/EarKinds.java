package org.rats4j.cli.kind;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.cli.report.Verdict;
import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.Finding;
import org.rats4j.core.VerificationException;
import org.rats4j.ear.Decision;
import org.rats4j.ear.Ear;
import org.rats4j.ear.EarClaims;
import org.rats4j.ear.EarDialect;
import org.rats4j.ear.EarExpectations;
import org.rats4j.ear.EarOptions;
import org.rats4j.ear.RelyingPartyPolicy;
import org.rats4j.ear.SignedEarBuilder;
import org.rats4j.ear.UnverifiedEar;

/** Attestation results (draft-ietf-rats-ear-04). */
final class EarKinds {
  static final Kind EAR = new EarKind(List.of());

  private EarKinds() {}

  private static final class EarKind extends Kind {
    private final List<String> profiles;

    EarKind(List<String> profiles) {
      super("ear", "EAT Attestation Result: JWT, CWT or bare claims-set (draft-ietf-rats-ear)");
      this.profiles = List.copyOf(profiles);
    }

    @Override
    public Optional<Kind> accepting(List<String> more) {
      return Optional.of(new EarKind(more));
    }

    @Override
    public boolean detects(Content content) {
      return content.json().filter(EarNames::looksLikeEar).isPresent()
          || content.cbor().filter(EarNames::looksLikeEar).isPresent()
          || content
              .cose()
              .flatMap(CoseShape::payloadItem)
              .filter(EarNames::looksLikeEar)
              .isPresent()
          || content
              .jws()
              .flatMap(JwsShape::payloadValue)
              .filter(EarNames::looksLikeEar)
              .isPresent();
    }

    private static boolean isSigned(Content content) {
      return content.looksLikeJws() || content.cose().isPresent();
    }

    /** The names of the claims tell the dialect of a profile that the caller adds. */
    private EarOptions options(boolean lenient) {
      EarOptions known = lenient ? EarOptions.LENIENT : EarOptions.STRICT;
      EarOptions.Builder options = known.toBuilder();
      profiles.stream()
          .filter(profile -> EarDialect.ofProfile(profile).isEmpty())
          .forEach(options::acceptProfile);
      return options.build();
    }

    /** The claims are shown without anybody vouching for them, and are read all the same. */
    @Override
    public Decoded decode(Content content, boolean lenient) throws DecodingException {
      if (!isSigned(content)) {
        EarClaims claims = claims(content, lenient);
        View view = show(content);
        return new Decoded(name(encoding(content)), false, claims.findings(), view)
            .summed(EarSummary.of(claims));
      }
      UnverifiedEar ear = Ear.decode(content.bytes(), options(lenient));
      EarClaims claims =
          EarClaims.decode(ear.unverifiedPayload(), ear.encoding(), options(lenient));
      List<Finding> findings = new ArrayList<>(ear.findings());
      findings.addAll(claims.findings());
      View payload = show(new Content(ear.unverifiedPayload(), content.level()));
      Decoded decoded =
          ear.encoding() == Encoding.JSON
              ? new Decoded(
                  "jws", true, findings, JoseKinds.show(JoseKinds.decode(content), payload))
              : new Decoded("cose", true, findings, CoseKinds.show(content, payload));
      return decoded.summed(EarSummary.of(claims));
    }

    private EarClaims claims(Content content, boolean lenient) throws DecodingException {
      return EarClaims.decode(content.bytes(), encoding(content), options(lenient));
    }

    private static Encoding encoding(Content content) {
      return content.looksLikeJson() ? Encoding.JSON : Encoding.CBOR;
    }

    private static String name(Encoding encoding) {
      return encoding == Encoding.JSON ? "json" : "cbor";
    }

    private static View show(Content claims) {
      return claims
          .json()
          .map(EarNames.claims(claims.level())::show)
          .or(() -> claims.cbor().map(EarNames.claims(claims.level())::show))
          .orElseGet(() -> View.bytes(claims.bytes()));
    }

    @Override
    public Decoded verify(Content content, Checks checks)
        throws DecodingException, VerificationException {
      if (!isSigned(content)) {
        return super.verify(content, checks);
      }
      EarExpectations.Builder expectations =
          EarExpectations.builder()
              .keys(checks.keys())
              .algorithms(checks.signatures())
              .clock(checks.clock());
      checks.nonce().ifPresent(expectations::nonce);
      Ear ear = Ear.decode(content.bytes(), options(checks.lenient())).verify(expectations.build());
      Decoded decoded = decode(content, checks.lenient());
      Decoded verified =
          new Decoded(decoded.encoding(), true, ear.findings(), decoded.content())
              .summed(decoded.summary());
      if (checks.policy().isEmpty()) {
        return verified;
      }
      PolicyFile policy = checks.policy().get();
      Decision decision = read(policy).evaluate(ear, checks.clock());
      return verified.judged(new Verdict(policy.name(), decision.accepted(), decision.reasons()));
    }

    @Override
    public void checkPolicy(PolicyFile policy) throws DecodingException {
      read(policy);
    }

    private static RelyingPartyPolicy read(PolicyFile policy) throws DecodingException {
      return RelyingPartyPolicy.decode(policy.content().toByteArray());
    }

    @Override
    public Bytes convert(Content content, Notation to, boolean lenient) throws DecodingException {
      if (isSigned(content)) {
        decode(content, lenient);
        if (content.cose().isEmpty() || to == Notation.JSON) {
          throw unsupported("the signature of a token does not survive another encoding");
        }
        return GenericKinds.write(content.cbor().orElseThrow(), to);
      }
      EarClaims claims = claims(content, lenient);
      Encoding target = to == Notation.JSON ? Encoding.JSON : Encoding.CBOR;
      Content result = target == encoding(content) ? content : new Content(encoded(claims, target));
      return to == Notation.JSON
          ? GenericKinds.sorted(result.json().orElseThrow()).encode()
          : GenericKinds.write(result.cbor().orElseThrow(), to);
    }

    private static Bytes encoded(EarClaims claims, Encoding encoding) throws DecodingException {
      try {
        return claims.encode(encoding);
      } catch (IllegalArgumentException e) {
        throw unsupported(String.valueOf(e.getMessage()));
      }
    }

    @Override
    public Bytes sign(Content content, Envelope to, Signing signing) throws DecodingException {
      EarClaims claims = claims(content, false);
      if (to != Envelope.JWT && to != Envelope.CWT) {
        return super.sign(content, to, signing);
      }
      SignedEarBuilder signer = to == Envelope.JWT ? Ear.jwt(claims) : Ear.cwt(claims);
      signing.keyId().map(id -> new Content(id).text()).ifPresent(signer::keyId);
      try {
        return signer.sign(signing.signer());
      } catch (IllegalArgumentException e) {
        throw unsupported(String.valueOf(e.getMessage()));
      } catch (GeneralSecurityException e) {
        throw unsupported("the key cannot sign: " + e.getClass().getSimpleName());
      }
    }
  }
}
