package org.rats4j.corim.comid;

/**
 * Names one instance of a class of environments, directly or by a key that it has.
 *
 * <pre>{@code
 * $instance-id-type-choice /= tagged-ueid-type / tagged-uuid-type / tagged-bytes
 * $instance-id-type-choice /= tagged-pkix-base64-key-type / tagged-pkix-base64-cert-type
 * $instance-id-type-choice /= tagged-cose-key-type / tagged-key-thumbprint-type
 * $instance-id-type-choice /= tagged-cert-thumbprint-type / tagged-pkix-asn1der-cert-type
 * }</pre>
 *
 * <p>The choice is open: a value under a tag that nobody here knows is an {@link UnknownChoice}.
 */
public sealed interface Instance extends Choice
    permits TaggedUeid,
        TaggedUuid,
        TaggedBytes,
        PkixKey,
        PkixCertificate,
        EncodedCoseKey,
        KeyThumbprint,
        CertificateThumbprint,
        DerCertificate,
        UnknownChoice {}
