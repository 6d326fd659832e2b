package org.rats4j.cli.kind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rats4j.cli.view.View;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Finding;
import org.rats4j.core.Oid;
import org.rats4j.pkix.EvidenceClaimKey;
import org.rats4j.pkix.EvidenceOids;
import org.rats4j.pkix.KeyCapability;
import org.rats4j.pkix.KeyElement;
import org.rats4j.pkix.PlatformElement;
import org.rats4j.pkix.PublicKeyInfo;
import org.rats4j.pkix.ReportedClaim;
import org.rats4j.pkix.ReportedElement;
import org.rats4j.pkix.SignatureBlock;
import org.rats4j.pkix.TbsEvidence;
import org.rats4j.pkix.TransactionElement;
import org.rats4j.pkix.UnverifiedEvidence;

/** Shows evidence of HSM keys, with the names of the draft. */
final class PkixView {
  private PkixView() {}

  static View show(UnverifiedEvidence evidence) {
    View.Builder view = View.Group.builder();
    put(evidence.unverifiedTbs(), view);
    put(evidence.signatures(), view);
    if (!evidence.intermediateCertificates().isEmpty()) {
      view.put("intermediateCertificates", View.number(evidence.intermediateCertificates().size()));
    }
    return view.build();
  }

  static void put(TbsEvidence tbs, View.Builder view) {
    int position = 0;
    for (ReportedElement element : tbs.elements()) {
      view.put(position++ + " " + name(element), show(element, tbs.oids()));
    }
  }

  private static String name(ReportedElement element) {
    if (element instanceof TransactionElement) {
      return "transaction";
    }
    if (element instanceof PlatformElement) {
      return "platform";
    }
    return element instanceof KeyElement ? "key" : element.type().toString();
  }

  private static View show(ReportedElement element, EvidenceOids oids) {
    View.Builder view = View.Group.builder();
    int position = 0;
    Map<Oid, Integer> seen = new HashMap<>();
    for (ReportedClaim claim : element.claims()) {
      int number = seen.merge(claim.type(), 1, Integer::sum) - 1;
      String name =
          claim.key().map(EvidenceClaimKey::name).orElseGet(() -> claim.type().toString());
      view.put(position++ + " " + name, value(element, claim, number, oids));
    }
    return view.build();
  }

  private static View value(
      ReportedElement element, ReportedClaim claim, int number, EvidenceOids oids) {
    if (claim.value().isEmpty()) {
      return View.text("(asked for)");
    }
    if (claim.key().isEmpty()) {
      return View.bytes(claim.value().get());
    }
    try {
      EvidenceClaimKey<?> key = claim.key().get();
      List<?> values = element.all(key);
      return value(values.get(number), oids);
    } catch (DecodingException e) {
      return View.bytes(claim.value().get());
    }
  }

  private static View value(Object value, EvidenceOids oids) {
    if (value instanceof Bytes bytes) {
      return View.bytes(bytes);
    }
    if (value instanceof PublicKeyInfo key) {
      return View.bytes(key.encoded());
    }
    if (value instanceof List<?> list) {
      List<String> names = new ArrayList<>();
      list.forEach(purpose -> names.add(purpose((Oid) purpose, oids)));
      return View.text(String.join(", ", names));
    }
    return View.text(value.toString());
  }

  private static String purpose(Oid purpose, EvidenceOids oids) {
    return oids.capabilityOf(purpose).map(KeyCapability::name).orElseGet(purpose::toString);
  }

  private static void put(List<SignatureBlock> signatures, View.Builder view) {
    int position = 0;
    for (SignatureBlock block : signatures) {
      View.Builder one = View.Group.builder();
      block.sid().keyId().ifPresent(id -> one.put("keyId", View.bytes(id)));
      block
          .sid()
          .publicKey()
          .ifPresent(key -> one.put("subjectPublicKeyInfo", View.bytes(key.encoded())));
      block.sid().certificate().ifPresent(der -> one.put("certificate", View.bytes(der)));
      one.put("signatureAlgorithm", block.signatureAlgorithm().toString());
      view.put("signature " + position++, one.build());
    }
  }

  static List<Finding> all(List<Finding> first, List<Finding> second) {
    List<Finding> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
