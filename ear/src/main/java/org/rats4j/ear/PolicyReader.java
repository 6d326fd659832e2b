package org.rats4j.ear;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.json.JsonReader;

/** Reads a policy from JSON. */
final class PolicyReader {
  private static final String ROOT = "policy";

  private final JsonReader in;
  private final RelyingPartyPolicy.Builder into = RelyingPartyPolicy.builder();

  private PolicyReader(JsonReader in) {
    this.in = in;
  }

  static RelyingPartyPolicy decode(byte[] json) throws DecodingException {
    PolicyReader reader = new PolicyReader(JsonReader.of(json, DecodeOptions.STRICT, ROOT));
    reader.read();
    try {
      return reader.into.build();
    } catch (IllegalStateException e) {
      throw DecodingException.of(Reason.INVALID_VALUE, ROOT, String.valueOf(e.getMessage()));
    }
  }

  private void read() throws DecodingException {
    in.startObject();
    while (in.hasNext()) {
      String name = in.readName();
      switch (name) {
        case "overall" -> into.overall(tiers());
        case "allSubmods" -> into.allSubmods(tiers());
        case "submods" -> eachMember(label -> into.submods(label, tiers()));
        case "minSubmods" ->
            eachMember(label -> into.minSubmods(label, in.readInt(1, Integer.MAX_VALUE)));
        case "categories" -> eachMember(label -> eachMember(c -> readCategory(label, c)));
        case "policyIds" -> eachMember(label -> into.policyIds(label, texts()));
        case "verifierDevelopers" -> into.verifierDevelopers(texts());
        case "verifierBuilds" -> into.verifierBuilds(texts());
        case "issuers" -> into.issuers(texts());
        case "audience" -> into.audience(in.readText());
        case "maxAgeSeconds" -> into.maxAge(Duration.ofSeconds(in.readLong(0, Integer.MAX_VALUE)));
        case "requireExpiry" -> onlyTrue(into::requireExpiry);
        case "nonce" -> into.nonce(in.readBase64Url());
        case "requireVector" -> onlyTrue(into::requireVector);
        case "requireConsistentStatus" -> onlyTrue(into::requireConsistentStatus);
        case "allowedFindings" -> into.allowedFindings(textList().toArray(String[]::new));
        default -> throw in.fail(Reason.UNEXPECTED_STRUCTURE, "no such item of a policy");
      }
    }
    in.endObject();
  }

  private interface MemberReader {
    void read(String name) throws DecodingException;
  }

  private void eachMember(MemberReader reader) throws DecodingException {
    in.startObject();
    while (in.hasNext()) {
      reader.read(in.readName());
    }
    in.endObject();
  }

  private void readCategory(String label, String name) throws DecodingException {
    Category category =
        Category.ofWireName(name)
            .orElseThrow(() -> in.fail(Reason.INVALID_VALUE, "no such category"));
    in.startObject();
    if (!in.hasNext()) {
      throw in.fail(Reason.UNEXPECTED_STRUCTURE, "neither values nor tiers");
    }
    while (in.hasNext()) {
      switch (in.readName()) {
        case "values" -> into.values(label, category, claims());
        case "tiers" -> into.tiers(label, category, tiers());
        default -> throw in.fail(Reason.UNEXPECTED_STRUCTURE, "neither values nor tiers");
      }
    }
    in.endObject();
  }

  private void onlyTrue(Runnable item) throws DecodingException {
    if (in.readBoolean()) {
      item.run();
    }
  }

  private int[] claims() throws DecodingException {
    List<Integer> claims = new ArrayList<>();
    startArray();
    while (in.hasNext()) {
      claims.add(in.readInt(-128, 127));
    }
    in.endArray();
    return claims.stream().mapToInt(Integer::intValue).toArray();
  }

  private TrustTier[] tiers() throws DecodingException {
    List<TrustTier> tiers = new ArrayList<>();
    startArray();
    while (in.hasNext()) {
      String name = in.readText();
      tiers.add(
          TrustTier.ofWireName(name)
              .orElseThrow(() -> in.fail(Reason.INVALID_VALUE, "no such tier")));
    }
    in.endArray();
    return tiers.toArray(TrustTier[]::new);
  }

  private String[] texts() throws DecodingException {
    List<String> texts = textList();
    if (texts.isEmpty()) {
      throw in.fail(Reason.INVALID_VALUE, "list is empty");
    }
    return texts.toArray(String[]::new);
  }

  private List<String> textList() throws DecodingException {
    List<String> texts = new ArrayList<>();
    in.startArray();
    while (in.hasNext()) {
      String text = in.readText();
      if (!texts.contains(text)) {
        texts.add(text);
      }
    }
    in.endArray();
    return texts;
  }

  private void startArray() throws DecodingException {
    if (in.startArray() == 0) {
      throw in.fail(Reason.INVALID_VALUE, "list is empty");
    }
  }
}
