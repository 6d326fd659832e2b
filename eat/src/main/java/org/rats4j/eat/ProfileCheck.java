package org.rats4j.eat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.EncodingRule;
import org.rats4j.core.Finding;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.Label;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cbor.CborReader;
import org.rats4j.core.crypto.Algorithms;

/** Sets claims and tokens against a profile. */
final class ProfileCheck {
  private static final int SHOWN = 8;

  private final EatProfile profile;
  private final List<Finding> findings = new ArrayList<>();

  ProfileCheck(EatProfile profile) {
    this.profile = profile;
  }

  /** Returns the value of a claim; empty also if it is malformed. */
  static <T> Optional<T> read(EatClaims claims, ClaimKey<T> key) {
    try {
      return claims.get(key);
    } catch (DecodingException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns a token that was just made.
   *
   * @throws IllegalStateException if it breaks a rule of its profile
   */
  static Bytes require(EatProfile profile, Bytes token, long algorithm) {
    try {
      UnverifiedEat made = Eat.decode(token, ClaimValues.WIDE);
      EatClaims claims = made.unverifiedClaims();
      if (!profile.isNamedBy(claims) && !profile.isImpliedBy(claims)) {
        throw new IllegalStateException("the claims do not name profile " + profile.name());
      }
      List<Finding> faults = EatProfile.faults(made.check(profile, algorithm));
      if (faults.isEmpty()) {
        return token;
      }
      throw new IllegalStateException(
          "not as profile " + profile.name() + " demands: " + text(faults));
    } catch (DecodingException e) {
      throw new IllegalStateException("the token made is none: " + e.detail(), e);
    }
  }

  /**
   * Adds what was remarked to {@code findings}.
   *
   * @throws VerificationException if a rule of {@code profile} is broken
   */
  static void keep(EatProfile profile, List<Finding> remarks, List<Finding> findings)
      throws VerificationException {
    List<Finding> faults = EatProfile.faults(remarks);
    if (!faults.isEmpty()) {
      throw VerificationException.of(
          VerificationException.Reason.PROFILE_MISMATCH,
          EatCodes.PROFILE_VIOLATION,
          faults.get(0).path(),
          "not as profile " + profile.name() + " demands: " + text(faults));
    }
    findings.addAll(remarks);
  }

  /** Returns findings as one text, the first few of them. */
  static String text(List<Finding> findings) {
    List<String> messages = findings.stream().map(Finding::message).distinct().toList();
    String shown = messages.stream().limit(SHOWN).collect(Collectors.joining("; "));
    return messages.size() > SHOWN ? shown + "; and more" : shown;
  }

  List<Finding> ofClaims(EatClaims claims) {
    claims
        .encoding()
        .filter(encoding -> !profile.tokenRules().allows(encoding))
        .ifPresent(encoding -> fail(EatCodes.PROFILE_ENCODING, "", "claims are " + encoding));
    profile.claims().forEach(claim -> check(claim, claims));
    if (profile.refusesOtherClaims()) {
      refuseOthers(claims);
    }
    for (ClaimsCheck check : profile.checks()) {
      try {
        findings.addAll(check.check(claims));
      } catch (DecodingException e) {
        fail(EatCodes.PROFILE_CLAIM_VALUE, e.path(), e.detail());
      }
    }
    return List.copyOf(findings);
  }

  List<Finding> ofToken(EatClaims claims, TokenFacts token) {
    TokenRules rules = profile.tokenRules();
    if (!rules.allows(token.envelope())) {
      fail(EatCodes.PROFILE_ENVELOPE, "", token.envelope() + " protects the claims");
    } else if (token.isWrapped() && !rules.envelopes().isEmpty()) {
      fail(EatCodes.PROFILE_ENVELOPE, "", "messages inside each other protect the claims");
    } else {
      checkCwt(token);
    }
    if (token.bytes() > rules.maxBytes()) {
      fail(
          EatCodes.PROFILE_ENVELOPE, "", "the token is larger than " + rules.maxBytes() + " bytes");
    }
    for (long algorithm : token.algorithms()) {
      if (!rules.allows(algorithm)) {
        String name = Algorithms.name(algorithm);
        fail(EatCodes.PROFILE_ALGORITHM, "", name + " is no algorithm of the profile");
      }
    }
    if (!rules.keyMeans().isEmpty()
        && rules.keyMeans().stream().noneMatch(means -> isNamedBy(means, claims, token))) {
      fail(EatCodes.PROFILE_KEY_ID, "", "the key is not named by " + rules.keyMeans());
    }
    for (Bytes item : token.cbor()) {
      checkEncoding(item, token.options());
    }
    return ofClaims(claims);
  }

  private <T> void check(ProfileClaim<T> claim, EatClaims claims) {
    String name = claim.key().name();
    if (!claims.contains(claim.key())) {
      if (claim.presence() == ProfileClaim.Presence.REQUIRED) {
        fail(EatCodes.PROFILE_CLAIM_MISSING, name, name + " is missing");
      }
      return;
    }
    if (claim.presence() == ProfileClaim.Presence.PROHIBITED) {
      fail(EatCodes.PROFILE_CLAIM_NOT_ALLOWED, name, name + " must not be there");
      return;
    }
    if (claim.presence() == ProfileClaim.Presence.FOREIGN) {
      String message = name + " has no meaning in profile " + profile.name();
      findings.add(
          new Finding(EatCodes.PROFILE_CLAIM_NOT_ALLOWED, Severity.WARNING, name, message));
      return;
    }
    try {
      T value = claims.get(claim.key()).orElseThrow();
      for (ValueRule<? super T> rule : claim.values()) {
        if (!rule.holds().test(value)) {
          fail(EatCodes.PROFILE_CLAIM_VALUE, name, name + " must " + rule.demand());
        }
      }
    } catch (DecodingException e) {
      fail(EatCodes.PROFILE_CLAIM_VALUE, e.path(), e.detail());
    }
  }

  private void refuseOthers(EatClaims claims) {
    for (ClaimKey<?> key : claims.keys()) {
      if (!profile.mentions(key)) {
        String message = key.name() + " is no claim of the profile";
        fail(EatCodes.PROFILE_CLAIM_NOT_ALLOWED, key.name(), message);
      }
    }
    for (Map.Entry<Label, RawClaim> other : claims.unknown().entrySet()) {
      if (!profile.mentions(other.getValue().encoding(), other.getKey())) {
        String label = other.getKey().toString();
        String message = "claim " + label + " is no claim of the profile";
        fail(EatCodes.PROFILE_CLAIM_NOT_ALLOWED, label, message);
      }
    }
  }

  private void checkCwt(TokenFacts token) {
    if (!token.envelope().isCose()) {
      return;
    }
    CwtTagRule rule = profile.tokenRules().cwtTag();
    if (rule == CwtTagRule.REQUIRED && !token.hasCwtTag()) {
      fail(EatCodes.PROFILE_ENVELOPE, "", "tag 61 is missing");
    }
    if (profile.tokenRules().contentType() && !token.hasContentType()) {
      fail(EatCodes.PROFILE_ENVELOPE, "", "the content type of a token is missing");
    }
    if (rule == CwtTagRule.FORBIDDEN && token.hasCwtTag()) {
      fail(EatCodes.PROFILE_ENVELOPE, "", "tag 61 must not be there");
    }
  }

  private static boolean isNamedBy(KeyMeans means, EatClaims claims, TokenFacts token) {
    return switch (means) {
      case KEY_ID -> token.hints().keyId().isPresent();
      case UEID -> claims.contains(Claims.UEID);
      case CERTIFICATE_CHAIN -> !token.hints().certificateChain().isEmpty();
    };
  }

  /** Reads an item once more: the first place that breaks the rule is enough. */
  private void checkEncoding(Bytes item, DecodeOptions options) {
    EncodingRule rule = profile.tokenRules().encodingRule();
    if (rule == EncodingRule.ANY) {
      return;
    }
    try {
      CborReader.of(item, options.toBuilder().encodingRule(rule).build(), "");
    } catch (DecodingException e) {
      fail(EatCodes.PROFILE_ENCODING, "", e.detail());
    }
  }

  private void fail(String code, String path, String message) {
    findings.add(new Finding(code, Severity.ERROR, path, message));
  }
}
