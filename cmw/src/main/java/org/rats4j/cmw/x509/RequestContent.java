package org.rats4j.cmw.x509;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rats4j.cmw.CmwCodes;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Oid;
import org.rats4j.core.der.Der;
import org.rats4j.core.der.DerValue;

/**
 * What matters here of a certification request (RFC 2986): which extensions it asks for, and the
 * attribute of attestations.
 *
 * <pre>{@code
 * CertificationRequest ::= SEQUENCE {
 *   certificationRequestInfo SEQUENCE {
 *     version INTEGER { v1(0) }, subject Name, subjectPKInfo SubjectPublicKeyInfo,
 *     attributes [0] SET OF SEQUENCE { type OBJECT IDENTIFIER, values SET SIZE (1..MAX) OF ANY } },
 *   signatureAlgorithm AlgorithmIdentifier,
 *   signature BIT STRING }
 * }</pre>
 */
final class RequestContent {
  private static final Oid EXTENSION_REQUEST = Oid.of("1.2.840.113549.1.9.14");
  private static final int ATTRIBUTES_NUMBER = 0;
  private static final Bytes VERSION = Der.integer(0);
  private static final String ROOT = "pkcs10";
  private static final String ATTRIBUTES = ROOT + "/attributes";

  private final Map<Oid, ExtensionField> extensions = new HashMap<>();
  private final List<Bytes> bundles = new ArrayList<>();

  private RequestContent() {}

  static RequestContent decode(Bytes der, DecodeOptions options) throws DecodingException {
    List<DerValue> request = DerReads.sequence(DerReads.decode(der, options, ROOT), 3, 3, ROOT);
    List<DerValue> info = DerReads.sequence(request.get(0), 4, 4, ROOT);
    if (!info.get(0).encoded().equals(VERSION)) {
      throw DerReads.unexpected(ROOT + "/version", "version is not 0");
    }
    DerReads.sequence(info.get(1), 0, Integer.MAX_VALUE, ROOT + "/subject");
    DerReads.sequence(info.get(2), 2, 2, ROOT + "/subjectPKInfo");
    String algorithmPath = ROOT + "/signatureAlgorithm";
    DerReads.oid(DerReads.sequence(request.get(1), 1, 2, algorithmPath).get(0), algorithmPath);
    if (!request.get(2).is(DerValue.BIT_STRING)) {
      throw DerReads.unexpected(ROOT + "/signature", "no BIT STRING");
    }
    RequestContent content = new RequestContent();
    int position = 0;
    if (!info.get(3).isContext(ATTRIBUTES_NUMBER)) {
      throw DerReads.unexpected(ATTRIBUTES, "not under its tag");
    }
    for (DerValue attribute : info.get(3).members()) {
      content.add(attribute, ATTRIBUTES + "/" + position++);
    }
    return content;
  }

  private void add(DerValue attribute, String path) throws DecodingException {
    List<DerValue> members = DerReads.sequence(attribute, 2, 2, path);
    Oid type = DerReads.oid(members.get(0), path);
    if (!members.get(1).is(DerValue.SET)) {
      throw DerReads.unexpected(path, "no SET of values");
    }
    List<DerValue> values = members.get(1).members();
    if (type.equals(AttestationBundle.OID)) {
      addBundle(onlyValue(values, path).encoded(), path);
    } else if (type.equals(EXTENSION_REQUEST)) {
      int position = 0;
      for (DerValue extension :
          DerReads.sequence(onlyValue(values, path), 1, Integer.MAX_VALUE, path)) {
        addExtension(ExtensionField.read(extension, path + "/" + position++), path);
      }
    }
  }

  private void addExtension(ExtensionField extension, String path) throws DecodingException {
    if (extensions.putIfAbsent(extension.oid(), extension) != null) {
      throw DecodingException.of(
          Reason.DUPLICATE_KEY, CmwCodes.LABEL_DUPLICATE, path, "extension stands twice");
    }
    if (extension.oid().equals(AttestationBundle.OID)) {
      addBundle(extension.value(), path);
    }
  }

  private void addBundle(Bytes der, String path) throws DecodingException {
    if (!bundles.isEmpty()) {
      throw DecodingException.of(
          Reason.DUPLICATE_KEY, CmwCodes.CSR_ATTRIBUTE_REPEATED, path, "second attestation");
    }
    bundles.add(der);
  }

  private static DerValue onlyValue(List<DerValue> values, String path) throws DecodingException {
    if (values.size() != 1) {
      throw DecodingException.of(
          Reason.UNEXPECTED_STRUCTURE,
          CmwCodes.CSR_ATTRIBUTE_VALUES,
          path,
          "attribute of " + values.size() + " values");
    }
    return values.get(0);
  }

  /** Returns the bundle in DER; empty if there is none. */
  Optional<Bytes> attestationBundle() {
    return bundles.stream().findFirst();
  }

  /** Returns the extension that is asked for; empty if there is none. */
  Optional<ExtensionField> extension(Oid oid) {
    return Optional.ofNullable(extensions.get(oid));
  }
}
