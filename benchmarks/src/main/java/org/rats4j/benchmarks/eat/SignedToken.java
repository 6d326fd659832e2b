package org.rats4j.benchmarks.eat;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Encoding;
import org.rats4j.core.RatsException;
import org.rats4j.core.cose.CoseSign1;
import org.rats4j.core.cose.UnverifiedCoseSign1;
import org.rats4j.core.crypto.Signer;
import org.rats4j.core.jose.Jws;
import org.rats4j.core.jose.UnverifiedJws;
import org.rats4j.eat.Claims;
import org.rats4j.eat.DetachedEatBundle;
import org.rats4j.eat.DetachedEatBundleBuilder;
import org.rats4j.eat.Eat;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatExpectations;
import org.rats4j.eat.EatOptions;
import org.rats4j.eat.Nonce;
import org.rats4j.eat.Nonces;
import org.rats4j.eat.Ueid;
import org.rats4j.eat.psa.PsaClaims;
import org.rats4j.eat.psa.PsaProfiles;
import org.rats4j.eat.psa.SecurityLifecycle;
import org.rats4j.eat.psa.SoftwareComponent;

/** What is verified, each of about 2 KB. */
public enum SignedToken {
  /** A PSA token with 14 software components, held to its profile. */
  PSA {
    @Override
    Message sign(Signer signer) throws GeneralSecurityException, DecodingException {
      return ofCwt(Eat.cwt(psa()).forProfile(PsaProfiles.TFM).sign(signer), List.of());
    }

    @Override
    EatExpectations.Builder expectations() {
      return EatExpectations.builder().profile(PsaProfiles.TFM);
    }
  },

  /** {@link ClaimsSet#PLATFORM} as CWT. */
  CWT {
    @Override
    Message sign(Signer signer) throws GeneralSecurityException, DecodingException {
      return ofCwt(Eat.cwt(ClaimsSet.PLATFORM.claims()).sign(signer), List.of());
    }
  },

  /** {@link ClaimsSet#PLATFORM} as JWT. */
  JWT {
    @Override
    Message sign(Signer signer) throws GeneralSecurityException, DecodingException {
      Bytes token = Eat.jwt(ClaimsSet.PLATFORM.claims()).sign(signer);
      UnverifiedJws jws = Jws.decode(token, DecodeOptions.STRICT);
      return new Message(token, jws.signingInput(), jws.signature(), List.of());
    }
  },

  /** A bundle of a small main token and eight detached claims-sets. */
  BUNDLE {
    @Override
    Message sign(Signer signer) throws GeneralSecurityException, DecodingException {
      DetachedEatBundleBuilder bundle = DetachedEatBundle.builder(Encoding.CBOR);
      List<Bytes> sets = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Bytes set = ClaimsSet.part(new Random(i), 2).encode(Encoding.CBOR);
        sets.add(set);
        bundle.detach("part-" + i, set);
      }
      EatClaims main =
          ClaimsSet.MINIMAL.claims().toBuilder()
              .put(Claims.PROFILE, ClaimsSet.PROFILE)
              .put(Claims.SUBMODULES, bundle.digests())
              .build();
      Bytes token = Eat.cwt(main).keyId(Bytes.ofUtf8("key-1")).sign(signer);
      Message message = ofCwt(token, sets);
      return new Message(bundle.build(token), message.toBeSigned, message.signature, sets);
    }

    @Override
    Object verify(Bytes token, EatExpectations expectations) throws RatsException {
      return DetachedEatBundle.decode(token, EatOptions.STRICT).verify(expectations);
    }
  };

  /** The first byte of tag 61, whose number is the second. */
  private static final int CWT_TAG = 0xd8;

  /**
   * A token, and what of it goes through cryptography.
   *
   * @param hashed the detached sets
   */
  record Message(Bytes token, Bytes toBeSigned, Bytes signature, List<Bytes> hashed) {}

  abstract Message sign(Signer signer) throws GeneralSecurityException, DecodingException;

  EatExpectations.Builder expectations() {
    return EatExpectations.builder().profile(ClaimsSet.PROFILE);
  }

  Object verify(Bytes token, EatExpectations expectations) throws RatsException {
    return Eat.decode(token, EatOptions.STRICT).verify(expectations);
  }

  private static Message ofCwt(Bytes token, List<Bytes> hashed) throws DecodingException {
    Bytes message = token.at(0) == CWT_TAG ? token.slice(2, token.size() - 2) : token;
    UnverifiedCoseSign1 cose = CoseSign1.decode(message, DecodeOptions.STRICT);
    return new Message(token, cose.toBeSigned(Bytes.EMPTY), cose.signature(), hashed);
  }

  private static EatClaims psa() {
    Random random = new Random(4);
    List<SoftwareComponent> components = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      components.add(
          SoftwareComponent.builder(ClaimsSet.bytes(random, 48), ClaimsSet.bytes(random, 32))
              .measurementType("PRoT")
              .version("3.1." + i)
              .build());
    }
    return EatClaims.builder()
        .forProfile(PsaProfiles.TFM)
        .put(PsaClaims.NONCE, Nonces.of(Nonce.ofBytes(ClaimsSet.bytes(random, 48))))
        .put(PsaClaims.INSTANCE_ID, Ueid.rand(ClaimsSet.bytes(random, 32)))
        .put(PsaClaims.IMPLEMENTATION_ID, ClaimsSet.bytes(random, 32))
        .put(PsaClaims.CLIENT_ID, 7L)
        .put(PsaClaims.SECURITY_LIFECYCLE, SecurityLifecycle.State.SECURED.lifecycle())
        .put(PsaClaims.SOFTWARE_COMPONENTS, components)
        .build();
  }
}
