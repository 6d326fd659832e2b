package org.rats4j.pkix;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Finding.Severity;
import org.rats4j.core.Findings;
import org.rats4j.core.Oid;
import org.rats4j.core.der.DerValue;

/** Reads the elements of evidence or of a request, and the rules between them. */
final class TbsReader {
  static final String ELEMENTS = "elements";

  private final EvidenceOptions options;
  private final Findings findings;
  private final boolean request;
  private final ClaimReader claims;
  private final Set<ElementKind> seen = EnumSet.noneOf(ElementKind.class);
  private final Map<String, Integer> owners = new HashMap<>();

  /**
   * @param request whether claims without value, and keys without identifier, are legal
   */
  TbsReader(EvidenceOptions options, Findings findings, boolean request) {
    this.options = options;
    this.findings = findings;
    this.request = request;
    claims = new ClaimReader(options, findings, request);
  }

  TbsEvidence read(DerValue value) throws DecodingException {
    List<DerValue> members = Faults.closed(value, 2, 2, "tbs");
    if (!members.get(0).is(DerValue.INTEGER)) {
      throw Faults.structure("tbs/version", "no INTEGER");
    }
    if (!members.get(0).integer().equals(BigInteger.ONE)) {
      throw DecodingException.of(
          Reason.UNSUPPORTED, PkixCodes.VERSION_UNSUPPORTED, "tbs/version", "version is not 1");
    }
    if (options.oids().isLegacy()) {
      findings.add(
          PkixCodes.LEGACY_VALUE_CHOICE, Severity.WARNING, "tbs", "form of drafts before -06");
    }
    List<DerValue> values = Faults.sequence(members.get(1), ELEMENTS);
    if (values.isEmpty()) {
      throw Faults.structure(PkixCodes.ELEMENTS_EMPTY, ELEMENTS, "no element");
    }
    Faults.limit(values.size(), options.elements(), ELEMENTS, ELEMENTS);
    List<ReportedElement> elements = new ArrayList<>(values.size());
    for (DerValue element : values) {
      elements.add(element(element, elements.size()));
    }
    return new TbsEvidence(value.encoded(), elements, options.oids());
  }

  private ReportedElement element(DerValue value, int position) throws DecodingException {
    String path = ELEMENTS + "/" + position;
    List<DerValue> members = Faults.closed(value, 2, 2, path);
    Oid type = oid(members.get(0), path);
    ElementKind kind = options.oids().elementKind(type);
    checkKind(kind, path);
    List<ReportedClaim> read = claims.read(kind, members.get(1), path);
    if (kind == null) {
      return new UnknownElement(type, position, read, options.oids());
    }
    return switch (kind) {
      case TRANSACTION -> transaction(type, position, read);
      case PLATFORM -> new PlatformElement(type, position, read, options.oids());
      case KEY -> key(type, position, read);
    };
  }

  private void checkKind(@Nullable ElementKind kind, String path) throws DecodingException {
    if (kind == null) {
      if (options.unknownTypes() == UnknownTypes.REJECT) {
        throw Faults.value(PkixCodes.ELEMENT_UNKNOWN, path, "unknown type");
      }
      findings.add(PkixCodes.ELEMENT_UNKNOWN, Severity.INFO, path, "unknown type");
    } else if (!seen.add(kind) && kind != ElementKind.KEY) {
      throw Faults.duplicate(PkixCodes.ELEMENT_REPEATED, path, "element may stand once");
    }
  }

  private TransactionElement transaction(Oid type, int position, List<ReportedClaim> read)
      throws DecodingException {
    TransactionElement element = new TransactionElement(type, position, read, options.oids());
    Set<PublicKeyInfo> keys = new HashSet<>();
    for (PublicKeyInfo key : element.akSpkis()) {
      if (!keys.add(key)) {
        throw Faults.duplicate(
            PkixCodes.AK_SPKI_DUPLICATE, element.path(), "one attestation key twice");
      }
    }
    return element;
  }

  private KeyElement key(Oid type, int position, List<ReportedClaim> read)
      throws DecodingException {
    KeyElement element = new KeyElement(type, position, read, options.oids());
    List<String> identifiers = element.identifiers();
    if (identifiers.isEmpty() && !request) {
      throw Faults.structure(
          PkixCodes.KEY_IDENTIFIER_MISSING, element.path(), "key without identifier");
    }
    for (String identifier : identifiers) {
      Integer owner = owners.putIfAbsent(identifier, position);
      if (owner != null && owner != position) {
        throw Faults.duplicate(
            PkixCodes.KEY_IDENTIFIER_SHARED, element.path(), "identifier of another element");
      }
      if (owner != null) {
        findings.add(
            PkixCodes.KEY_IDENTIFIER_DUPLICATE,
            Severity.WARNING,
            element.path(),
            "one identifier twice");
      }
    }
    return element;
  }

  static Oid oid(DerValue value, String path) throws DecodingException {
    try {
      return value.oid();
    } catch (DecodingException e) {
      throw Faults.at(e, path);
    }
  }
}
