package org.rats4j.corim.appraisal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rats4j.core.Bytes;
import org.rats4j.core.Finding;
import org.rats4j.core.json.JsonWriter;
import org.rats4j.corim.comid.CryptoKey;

/** An appraisal as JSON. Tuples are named by their positions in the list of what is accepted. */
final class AppraisalJson {
  static final int LISTED = 1000;

  private final Appraisal appraisal;
  private final JsonWriter out = new JsonWriter();
  private final Map<Bytes, Integer> positions = new HashMap<>();

  private AppraisalJson(Appraisal appraisal) {
    this.appraisal = appraisal;
    List<Ect> entries = appraisal.acs().entries();
    for (int i = 0; i < entries.size(); i++) {
      positions.put(entries.get(i).encode(), i);
    }
  }

  static Bytes of(Appraisal appraisal) {
    AppraisalJson json = new AppraisalJson(appraisal);
    json.write();
    return json.out.toBytes();
  }

  private void write() {
    out.startObject().writeName("time").writeText(appraisal.time().toString());
    out.writeName("preset").writeText(appraisal.options().preset());
    out.writeName("alternatives").startArray();
    appraisal.options().alternatives().stream()
        .sorted()
        .forEach(each -> out.writeText(each.question() + " " + each));
    out.endArray().writeName("acs").startArray();
    appraisal.acs().entries().forEach(this::write);
    out.endArray();
    writeOutcomes(appraisal.outcomes());
    out.writeName("environments-without-reference-values").startArray();
    appraisal.unknownEnvironments().forEach(this::write);
    out.endArray();
    out.writeName("diagnostics").startArray();
    appraisal.diagnostics().forEach(this::write);
    out.endArray().endObject();
  }

  private void write(Ect ect) {
    out.startObject();
    if (ect instanceof ElementEct elements) {
      text("kind", "E-ECT");
      out.writeName("cmtype").writeInt(elements.cmtype());
      out.writeName("elements").startArray();
      for (Element element : elements.sorted()) {
        out.startObject();
        element.id().ifPresent(id -> text("id", Wording.notation(id.encode())));
        text("claims", Wording.values(element.claims()));
        out.endObject();
      }
      out.endArray();
    } else if (ect instanceof MembershipEct membership) {
      text("kind", "M-ECT");
      texts("members", membership.members(), EctCodec::encode);
    } else if (ect instanceof TrustEct trust) {
      text("kind", "T-ECT");
      texts("trustees", trust.trustees(), EctCodec::encode);
    } else if (ect instanceof KeyEct keys) {
      text("kind", "K-ECT");
      out.writeName("keyType").writeInt(keys.keyType());
      keys.keyId().ifPresent(id -> text("keyId", Wording.notation(id.encode())));
      texts("keys", keys.keys(), CryptoKey::encode);
    }
    text("environment", Wording.notation(EctCodec.encode(ect.environment())));
    texts("authority", ect.authority().keys(), CryptoKey::encode);
    ect.profile().ifPresent(profile -> text("profile", profile.toString()));
    writeDerivations(appraisal.derivations(ect));
    out.endObject();
  }

  private void writeDerivations(List<Derivation> derivations) {
    out.writeName("derivations").startArray();
    for (Derivation derivation : derivations) {
      out.startObject();
      writeOrigin(derivation.origin());
      writePositions("from", derivation.from());
      out.endObject();
    }
    out.endArray();
  }

  private void writeOrigin(Origin origin) {
    text("corim", origin.corim().toString());
    text("tag", origin.tag().id().toString());
    text("version", Long.toUnsignedString(origin.tag().version()));
    text("triple", "triples/" + origin.triples() + "/" + origin.index());
    text("triple-kind", Wording.triple(origin));
    text("signer", origin.attribution());
  }

  private void writePositions(String name, List<Ect> ects) {
    out.writeName(name).startArray();
    ects.stream().map(ect -> positions.get(ect.encode())).sorted().forEach(out::writeInt);
    out.endArray();
  }

  private void writeOutcomes(List<Outcome> outcomes) {
    out.writeName("outcomes").startArray();
    int unmatched = 0;
    for (Outcome outcome : outcomes) {
      boolean matched = outcome.result() == Outcome.Result.MATCHED;
      unmatched += matched ? 0 : 1;
      if (matched || unmatched <= LISTED) {
        write(outcome);
      }
    }
    out.endArray();
    out.writeName("outcomes-not-listed").writeInt(Math.max(0, unmatched - LISTED));
    out.writeName("triples-of-other-environments").writeInt(appraisal.triples() - outcomes.size());
  }

  private void write(Outcome outcome) {
    out.startObject();
    writeOrigin(outcome.origin());
    text("result", outcome.result().name());
    if (outcome.result() == Outcome.Result.MATCHED) {
      writePositions("added", outcome.added());
    }
    if (!outcome.reasons().isEmpty()) {
      out.writeName("reasons").startArray();
      outcome.reasons().forEach(this::write);
      out.endArray();
    }
    out.endObject();
  }

  private void write(Mismatch reason) {
    out.startObject();
    text("comparison", reason.comparison().name());
    if (!reason.element().isEmpty()) {
      text("element", reason.element());
    }
    if (!reason.codePoint().isEmpty()) {
      text("code-point", Wording.codePoint(reason.codePoint()));
    }
    if (!reason.wanted().isEmpty()) {
      text("wanted", reason.wanted());
    }
    if (!reason.found().isEmpty()) {
      text("found", reason.found());
    }
    out.endObject();
  }

  private void write(NearEnvironments unknown) {
    out.startObject();
    text("environment", Wording.notation(EctCodec.encode(unknown.environment())));
    out.writeName("compared-with-environments").writeInt(unknown.compared());
    out.writeName("compared-with-corims").writeInt(unknown.corims());
    out.writeName("nearest").startArray();
    for (NearEnvironments.Near near : unknown.nearest()) {
      out.startObject();
      text("environment", Wording.notation(EctCodec.encode(near.environment())));
      writeOrigin(near.origin());
      out.writeName("differs-in").startArray();
      near.differences().forEach(each -> out.writeText(each.toString()));
      out.endArray().endObject();
    }
    out.endArray().endObject();
  }

  private void write(Finding finding) {
    out.startObject();
    text("code", finding.code());
    text("path", finding.path());
    text("message", finding.message());
    out.endObject();
  }

  private void text(String name, String value) {
    out.writeName(name).writeText(value);
  }

  private <T> void texts(String name, List<T> values, Function<T, Bytes> encode) {
    out.writeName(name).startArray();
    values.stream().map(encode).sorted().forEach(value -> out.writeText(Wording.notation(value)));
    out.endArray();
  }
}
