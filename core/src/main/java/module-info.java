/** CBOR, COSE, JSON, JOSE and crypto foundation of the RATS data models. */
@org.jspecify.annotations.NullMarked
module org.rats4j.core {
  requires static transitive org.jspecify;
  requires static com.fasterxml.jackson.databind; // static: only the package .jackson needs it
  requires static com.fasterxml.jackson.dataformat.cbor;
  requires static com.nimbusds.jose.jwt; // static: only the package .nimbus needs it
  requires com.fasterxml.jackson.core; // not transitive: no type of it is in the API
  requires org.bouncycastle.provider; // not transitive: no type of it is in the API

  exports org.rats4j.core;
  exports org.rats4j.core.cbor;
  exports org.rats4j.core.codec;
  exports org.rats4j.core.cose;
  exports org.rats4j.core.crypto;
  exports org.rats4j.core.der;
  exports org.rats4j.core.jackson;
  exports org.rats4j.core.jose;
  exports org.rats4j.core.json;
  exports org.rats4j.core.nimbus;
}
