package org.rats4j.corim.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rats4j.core.Bytes;
import org.rats4j.core.Findings;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimCodes;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.CorimProfile;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.CorimProfiles;
import org.rats4j.corim.RawEntries;
import org.rats4j.corim.TagId;
import org.rats4j.corim.TagIdentity;
import org.rats4j.corim.comid.Comid;
import org.rats4j.corim.comid.Environment;
import org.rats4j.corim.comid.EnvironmentClass;
import org.rats4j.corim.comid.Measurement;
import org.rats4j.corim.comid.MeasurementValues;
import org.rats4j.corim.comid.Triples;
import org.rats4j.corim.comid.ValuesTriple;
import org.rats4j.corim.tdx.NumericValue;
import org.rats4j.corim.tdx.Operator;
import org.rats4j.corim.tdx.TdxProfile;

class CorimProfilesGuideTest {
  private static Bytes corim(CorimProfileId profile, RawEntries extensions) {
    MeasurementValues values =
        MeasurementValues.builder().name("fw").extensions(extensions).build();
    Environment environment =
        Environment.of(EnvironmentClass.builder().vendor("ACME").model("Gateway").build());
    Comid comid =
        Comid.builder(
                TagIdentity.of(TagId.of("t")),
                Triples.builder()
                    .reference(
                        new ValuesTriple(environment, java.util.List.of(Measurement.of(values))))
                    .build())
            .build();
    return Corim.builder(TagId.of("c")).profile(profile).tag(ConciseTag.of(comid)).build().encode();
  }

  @Test
  void valuesOfTdxAreTyped() throws Exception {
    RawEntries written =
        RawEntries.EMPTY.with(
            TdxProfile.ISV_SVN, NumericValue.Expression.of(Operator.GREATER_OR_EQUAL, 10));
    Corim corim = Corim.decode(corim(TdxProfile.ID, written));
    Comid comid = ((ConciseTag.OfComid) corim.tags().get(0)).comid();
    MeasurementValues values = comid.triples().reference().get(0).measurements().get(0).values();
    BigDecimal minimum = BigDecimal.ZERO;

    Optional<NumericValue> svn = values.extensions().get(TdxProfile.ISV_SVN);
    if (svn.orElseThrow() instanceof NumericValue.Expression expression) {
      minimum = expression.number();
    }

    assertEquals(BigDecimal.TEN, minimum);
  }

  @Test
  void profilesThatNobodyKnowsCanBeKept() throws Exception {
    Bytes received = corim(CorimProfileId.of("http://arm.com/psa/iot/1"), RawEntries.EMPTY);

    CorimProfiles named =
        CorimProfiles.BUILT_IN.with(
            CorimProfile.withoutRules(CorimProfileId.of("http://arm.com/psa/iot/1")));
    CorimProfiles all = CorimProfiles.BUILT_IN.keepingUnknown();

    Findings findings = new Findings(CorimOptions.STRICT);
    assertEquals(
        Corim.decode(received, named, new Findings(CorimOptions.STRICT)),
        Corim.decode(received, all, findings));
    assertEquals(CorimCodes.UNKNOWN_PROFILE, findings.toList().get(0).code());
  }
}
