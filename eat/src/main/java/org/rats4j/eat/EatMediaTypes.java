package org.rats4j.eat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rats4j.core.Encoding;
import org.rats4j.core.MediaType;

/**
 * The media types of tokens (RFC 9782). Their parameter {@code eat_profile} repeats the claim of
 * that name. A media type is a hint: {@link Eat#decode(org.rats4j.core.Bytes, MediaType,
 * org.rats4j.core.DecodeOptions)} checks that the content is what it says.
 */
public final class EatMediaTypes {
  /** A token as CWT. */
  public static final String CWT = "application/eat+cwt";

  /** A token as JWT. */
  public static final String JWT = "application/eat+jwt";

  /** A detached EAT bundle in CBOR. */
  public static final String BUNDLE_CBOR = "application/eat-bun+cbor";

  /** A detached EAT bundle in JSON. */
  public static final String BUNDLE_JSON = "application/eat-bun+json";

  /** Claims in CBOR without signature. */
  public static final String UCCS = "application/eat-ucs+cbor";

  /** Claims in JSON without signature. */
  public static final String UJCS = "application/eat-ucs+json";

  /** The parameter that names the profile. */
  public static final String PROFILE_PARAMETER = "eat_profile";

  /** What RFC 9781 has beside those of RFC 9782, and drafts had before them. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "application/uccs+cbor", UCCS,
          "application/ujcs+json", UJCS,
          "application/eat-cwt", CWT,
          "application/eat-jwt", JWT);

  private static final Set<String> OF_DRAFTS = Set.of("application/eat-cwt", "application/eat-jwt");

  private EatMediaTypes() {}

  /** Returns the media type of tokens with {@code envelope}. */
  public static MediaType of(EatEnvelope envelope) {
    return MediaType.of(name(envelope));
  }

  /** Returns the media type of tokens with {@code envelope} that follow {@code profile}. */
  public static MediaType of(EatEnvelope envelope, ProfileId profile) {
    return withProfile(name(envelope), profile);
  }

  /** Returns the media type of bundles in {@code encoding}. */
  public static MediaType ofBundle(Encoding encoding) {
    return MediaType.of(encoding == Encoding.CBOR ? BUNDLE_CBOR : BUNDLE_JSON);
  }

  /** Returns the media type of bundles in {@code encoding} that follow {@code profile}. */
  public static MediaType ofBundle(Encoding encoding, ProfileId profile) {
    return withProfile(ofBundle(encoding).name(), profile);
  }

  private static String name(EatEnvelope envelope) {
    return switch (envelope) {
      case COSE_SIGN1, COSE_SIGN, COSE_MAC0 -> CWT;
      case JWS, UNSECURED_JWS -> JWT;
      case UCCS -> UCCS;
      case UJCS -> UJCS;
    };
  }

  private static MediaType withProfile(String name, ProfileId profile) {
    boolean oid = profile instanceof ProfileId.OfOid;
    String value = oid ? profile.toString() : "\"" + profile + "\"";
    return MediaType.of(name + "; " + PROFILE_PARAMETER + "=" + value);
  }

  /** Returns the text of the profile that {@code type} names, as it stands there. */
  public static Optional<String> profile(MediaType type) {
    return type.parameter(PROFILE_PARAMETER)
        .or(() -> isOfDraft(type) ? type.parameter("profile") : Optional.empty());
  }

  /** Returns the name of {@code type} in RFC 9782; empty if it is no type of tokens or bundles. */
  static Optional<String> registeredName(MediaType type) {
    String name = OTHER_NAMES.getOrDefault(type.name(), type.name());
    boolean known = Set.of(CWT, JWT, BUNDLE_CBOR, BUNDLE_JSON, UCCS, UJCS).contains(name);
    return known ? Optional.of(name) : Optional.empty();
  }

  static boolean isOfDraft(MediaType type) {
    return OF_DRAFTS.contains(type.name());
  }

  /** Returns whether a token with {@code envelope} is what {@code type} says. */
  static boolean fits(MediaType type, EatEnvelope envelope) {
    return registeredName(type).equals(Optional.of(name(envelope)));
  }

  /** Returns whether both texts name one profile; the parameter counts without case. */
  static boolean sameProfile(String parameter, ProfileId claim) {
    return parameter.toLowerCase(Locale.ROOT).equals(claim.toString().toLowerCase(Locale.ROOT));
  }
}
