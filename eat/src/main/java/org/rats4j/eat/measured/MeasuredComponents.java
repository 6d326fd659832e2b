package org.rats4j.eat.measured;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Encoding;
import org.rats4j.core.Findings;
import org.rats4j.eat.ClaimKey;
import org.rats4j.eat.Claims;
import org.rats4j.eat.ContentFormatBody;
import org.rats4j.eat.EatClaims;
import org.rats4j.eat.EatCodes;
import org.rats4j.eat.ProfileId;

/** The measured components among the {@code manifests} and {@code measurements} of a token. */
public final class MeasuredComponents {
  private static final List<ClaimKey<List<ContentFormatBody>>> CLAIMS =
      List.of(Claims.MANIFESTS, Claims.MEASUREMENTS);

  private MeasuredComponents() {}

  /**
   * Returns the components of a set of claims, manifests first. Those of submodules are not among
   * them.
   *
   * @param profiles the profiles of which the caller knows what authorities and flags mean
   * @param options usually {@link MeasuredComponent#STRICT}
   * @throws DecodingException if one is not a measured component; with code PROFILE_MISMATCH if one
   *     has authorities or flags, and the claims name no profile of {@code profiles} (RFC 10013)
   */
  public static List<MeasuredComponent> read(
      EatClaims claims, List<ProfileId> profiles, DecodeOptions options) throws DecodingException {
    boolean known = claims.get(Claims.PROFILE).filter(profiles::contains).isPresent();
    List<MeasuredComponent> components = new ArrayList<>();
    for (ClaimKey<List<ContentFormatBody>> claim : CLAIMS) {
      List<ContentFormatBody> bodies = claims.get(claim).orElse(List.of());
      for (int i = 0; i < bodies.size(); i++) {
        String path = claim.name() + "/" + i + "/1";
        Optional<MeasuredComponent> component = read(bodies.get(i), path, options);
        if (component.filter(MeasuredComponent::needsProfile).isPresent() && !known) {
          throw DecodingException.of(
              Reason.UNEXPECTED_STRUCTURE,
              EatCodes.PROFILE_MISMATCH,
              path,
              "authorities or flags, and no known profile says what they mean");
        }
        component.ifPresent(components::add);
      }
    }
    return List.copyOf(components);
  }

  /**
   * Returns the component in {@code body}; empty if that is something else.
   *
   * @param options usually {@link MeasuredComponent#STRICT}
   * @throws DecodingException if the content is not what its format says
   */
  public static Optional<MeasuredComponent> read(ContentFormatBody body, DecodeOptions options)
      throws DecodingException {
    return read(body, "", options);
  }

  private static Optional<MeasuredComponent> read(
      ContentFormatBody body, String path, DecodeOptions options) throws DecodingException {
    boolean cbor = body.contentFormat().equals(MeasuredComponent.CBOR_FORMAT);
    if (!cbor && !body.contentFormat().equals(MeasuredComponent.JSON_FORMAT)) {
      return Optional.empty();
    }
    if (cbor ? body.bytes().isEmpty() : body.text().isEmpty()) {
      throw DecodingException.of(
          Reason.UNEXPECTED_STRUCTURE,
          EatCodes.WRONG_TYPE,
          path,
          cbor ? "component in CBOR is a text" : "component in JSON is no text");
    }
    Bytes content = cbor ? body.bytes().orElseThrow() : Bytes.ofUtf8(body.text().orElseThrow());
    try {
      return Optional.of(
          MeasuredComponent.decode(
              content, cbor ? Encoding.CBOR : Encoding.JSON, new Findings(options)));
    } catch (DecodingException e) {
      String inner =
          path.isEmpty() ? e.path() : path + e.path().substring(MeasuredComponent.ROOT.length());
      throw DecodingException.of(e.reason(), e.code(), inner, e.detail());
    }
  }
}
