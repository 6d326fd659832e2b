/** Reference values and endorsements: CoRIM with CoMID, CoTL and CoSWID. */
@org.jspecify.annotations.NullMarked
module org.rats4j.corim {
  requires static transitive org.jspecify;
  requires transitive org.rats4j.core; // Bytes and the exceptions are in our API
  requires transitive org.rats4j.cmw; // a collection of CoRIMs is a wrapper

  exports org.rats4j.corim;
  exports org.rats4j.corim.appraisal;
  exports org.rats4j.corim.cca;
  exports org.rats4j.corim.comid;
  exports org.rats4j.corim.coswid;
  exports org.rats4j.corim.psa;
  exports org.rats4j.corim.tdx;
  exports org.rats4j.corim.template;
}
