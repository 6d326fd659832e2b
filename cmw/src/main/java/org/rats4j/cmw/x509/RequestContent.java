package org.rats4j.cmw.x509;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.rats4j.cmw.CmwCodes;
import org.rats4j.core.Bytes;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.DecodingException;
import org.rats4j.core.DecodingException.Reason;
import org.rats4j.core.Oid;

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
  private static final int ATTRIBUTES_TAG = 0xa0;
  private static final String ROOT = "pkcs10";
  private static final String ATTRIBUTES = ROOT + "/attributes";

  private final Map<Oid, ExtensionField> extensions = new HashMap<>();
  private final List<Bytes> bundles = new ArrayList<>();

  private RequestContent() {}

  static RequestContent decode(Bytes der, DecodeOptions options) throws DecodingException {
    ASN1Sequence request = Der.sequence(Der.decode(der, options, ROOT), 3, 3, ROOT);
    ASN1Sequence info = Der.sequence(request.getObjectAt(0), 4, 4, ROOT);
    if (!(info.getObjectAt(0) instanceof ASN1Integer version) || version.getValue().signum() != 0) {
      throw Der.unexpected(ROOT + "/version", "version is not 0");
    }
    Der.sequence(info.getObjectAt(1), 0, Integer.MAX_VALUE, ROOT + "/subject");
    Der.sequence(info.getObjectAt(2), 2, 2, ROOT + "/subjectPKInfo");
    String algorithmPath = ROOT + "/signatureAlgorithm";
    Der.oid(
        Der.sequence(request.getObjectAt(1), 1, 2, algorithmPath).getObjectAt(0), algorithmPath);
    if (!(request.getObjectAt(2) instanceof ASN1BitString)) {
      throw Der.unexpected(ROOT + "/signature", "no BIT STRING");
    }
    RequestContent content = new RequestContent();
    int position = 0;
    for (ASN1Encodable attribute : Der.implicit(info.getObjectAt(3), ATTRIBUTES_TAG, ATTRIBUTES)) {
      content.add(attribute, ATTRIBUTES + "/" + position++);
    }
    return content;
  }

  private void add(ASN1Encodable attribute, String path) throws DecodingException {
    ASN1Sequence members = Der.sequence(attribute, 2, 2, path);
    Oid type = Der.oid(members.getObjectAt(0), path);
    if (!(members.getObjectAt(1) instanceof ASN1Set values)) {
      throw Der.unexpected(path, "no SET of values");
    }
    if (type.equals(AttestationBundle.OID)) {
      addBundle(Der.encode(onlyValue(values, path)), path);
    } else if (type.equals(EXTENSION_REQUEST)) {
      int position = 0;
      for (ASN1Encodable extension :
          Der.sequence(onlyValue(values, path), 1, Integer.MAX_VALUE, path)) {
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

  private static ASN1Encodable onlyValue(ASN1Set values, String path) throws DecodingException {
    if (values.size() != 1) {
      throw DecodingException.of(
          Reason.UNEXPECTED_STRUCTURE,
          CmwCodes.CSR_ATTRIBUTE_VALUES,
          path,
          "attribute of " + values.size() + " values");
    }
    return values.getObjectAt(0);
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
