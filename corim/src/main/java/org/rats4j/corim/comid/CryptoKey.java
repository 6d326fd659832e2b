package org.rats4j.corim.comid;

/**
 * A key, a certificate, or what stands for one.
 *
 * <pre>{@code
 * $crypto-key-type-choice /= tagged-pkix-base64-key-type / tagged-pkix-base64-cert-type
 * $crypto-key-type-choice /= tagged-pkix-base64-cert-path-type / tagged-cose-key-type
 * $crypto-key-type-choice /= tagged-pkix-asn1der-cert-type / tagged-key-thumbprint-type
 * $crypto-key-type-choice /= tagged-cert-thumbprint-type / tagged-cert-path-thumbprint-type
 * $crypto-key-type-choice /= tagged-bytes
 * }</pre>
 *
 * <p>The choice is open: a value under a tag that nobody here knows is an {@link UnknownChoice}.
 */
public sealed interface CryptoKey extends Choice
    permits PkixKey,
        PkixCertificate,
        PkixCertificatePath,
        KeyThumbprint,
        EncodedCoseKey,
        CertificateThumbprint,
        TaggedBytes,
        CertificatePathThumbprint,
        DerCertificate,
        UnknownChoice {}
