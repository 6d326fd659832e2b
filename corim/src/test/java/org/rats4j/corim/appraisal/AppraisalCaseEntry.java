package org.rats4j.corim.appraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Findings;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.CorimProfile;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.internal.Parts;
import org.rats4j.test.vectors.VectorEntry;
import org.rats4j.test.vectors.VectorRow;

/** Kind {@code appraisal-case}: what is accepted of evidence by CoRIMs, in whatever order. */
@SuppressWarnings("exports") // tests export nothing
public final class AppraisalCaseEntry {
  private AppraisalCaseEntry() {}

  /** A CoRIM and who signed it. */
  private record Signed(Corim corim, Authority authority) {}

  /** Checks one case in all orders. */
  public static void check(VectorEntry entry) throws Exception {
    VectorRow row = entry.contentObject();
    String folder = entry.file().substring(0, entry.file().lastIndexOf('/') + 1);
    List<Signed> corims = new ArrayList<>();
    for (VectorRow corim : row.objects("corims")) {
      Bytes cbor = Bytes.copyOf(entry.contentOf(folder + corim.requiredText("file")));
      corims.add(new Signed(decode(cbor), authority(corim)));
    }
    List<ElementEct> evidence = new ArrayList<>();
    for (VectorRow ect : row.objects("evidence")) {
      evidence.add((ElementEct) ect(ect));
    }
    Set<Ect> expected = new HashSet<>();
    for (VectorRow ect : row.objects("expectAcs")) {
      expected.add(ect(ect));
    }
    assertEquals(row.integer("expectAcsSize").orElseThrow(), expected.size());
    Bytes report = null;
    for (int order = 0; order < 4; order++) {
      Appraisal appraisal = appraise(row, corims, evidence);

      assertEquals(expected, Set.copyOf(appraisal.acs().entries()), entry.file());
      assertEquals(report == null ? appraisal.toJson() : report, appraisal.toJson());
      report = appraisal.toJson();
      Collections.rotate(order % 2 == 0 ? corims : evidence, 1);
    }
  }

  private static Corim decode(Bytes cbor) throws DecodingException {
    CorimProfiles any = CorimProfiles.BUILT_IN.keepingUnknown();
    return Corim.decode(cbor, any, new Findings(CorimOptions.STRICT));
  }

  private static Appraisal appraise(VectorRow row, List<Signed> corims, List<ElementEct> evidence)
      throws Exception {
    AppraisalOptions options =
        row.requiredText("preset").equals("RECOMMENDED")
            ? AppraisalOptions.RECOMMENDED
            : AppraisalOptions.DRAFT_11_LITERAL;
    CorimStore.Builder store = CorimStore.builder(options).clock(Corpus.CLOCK);
    CorimProfiles profiles = CorimProfiles.BUILT_IN;
    for (Signed signed : corims) {
      store.add(signed.corim(), signed.authority());
      if (signed.corim().profile().isPresent()) {
        profiles = profiles.with(CorimProfile.withoutRules(signed.corim().profile().get()));
      }
    }
    Map<String, String> verdicts = row.textMap("keyVerdicts");
    return Appraiser.of(store.profiles(profiles).build())
        .clock(Corpus.CLOCK)
        .authority(keys(row.texts("verifierAuthority")))
        .keyVerifier((key, type, environment, now) -> verdict(key, verdicts))
        .appraise(evidence);
  }

  private static KeyVerifier.Verdict verdict(CryptoKey key, Map<String, String> verdicts) {
    String ofAll = verdicts.getOrDefault("default", "INDETERMINATE");
    return KeyVerifier.Verdict.valueOf(verdicts.getOrDefault(key.encode().toHex(), ofAll));
  }

  private static Ect ect(VectorRow row) throws DecodingException {
    Environment environment = environment(row.requiredText("environment"));
    Authority authority = authority(row);
    return switch (row.requiredText("kind")) {
      case "E-ECT" -> {
        List<Element> elements = new ArrayList<>();
        for (VectorRow element : row.objects("elements")) {
          elements.add(element(element));
        }
        ElementEct ect =
            ElementEct.of(
                (int) row.integer("cmtype").orElseThrow(), environment, authority, elements);
        yield row.text("profile").map(CorimProfileId::of).map(ect::withProfile).orElse(ect);
      }
      case "M-ECT" -> MembershipEct.of(environment, authority, environments(row, "members"));
      case "T-ECT" -> TrustEct.of(environment, authority, environments(row, "trustees"));
      case "K-ECT" -> {
        KeyEct ect =
            KeyEct.of(
                (int) row.integer("keyType").orElseThrow(),
                environment,
                authority,
                keys(row.texts("keys")).keys());
        yield row.text("keyId").isPresent()
            ? ect.withKeyId(Parts.measurementKey(Bytes.ofHex(row.requiredText("keyId"))))
            : ect;
      }
      default -> throw new AssertionError("kind of " + row.where());
    };
  }

  private static Element element(VectorRow row) throws DecodingException {
    var claims = Parts.values(Bytes.ofHex(row.requiredText("claims")));
    return row.text("id").isPresent()
        ? Element.of(Parts.measurementKey(Bytes.ofHex(row.requiredText("id"))), claims)
        : Element.of(claims);
  }

  private static List<Environment> environments(VectorRow row, String name)
      throws DecodingException {
    List<Environment> environments = new ArrayList<>();
    for (String hex : row.texts(name)) {
      environments.add(environment(hex));
    }
    return environments;
  }

  private static Environment environment(String hex) throws DecodingException {
    return Parts.environment(Bytes.ofHex(hex));
  }

  private static Authority authority(VectorRow row) throws DecodingException {
    return keys(row.texts("authority"));
  }

  private static Authority keys(List<String> hex) throws DecodingException {
    List<CryptoKey> keys = new ArrayList<>();
    for (String key : hex) {
      keys.addAll(Parts.keys(Bytes.ofHex("81" + key)));
    }
    return Authority.of(keys);
  }
}
