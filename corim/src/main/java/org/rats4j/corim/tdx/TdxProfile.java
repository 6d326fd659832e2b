package org.rats4j.corim.tdx;

import java.util.List;
import org.rats4j.core.Bytes;
import org.rats4j.core.Digest;
import org.rats4j.core.Oid;
import org.rats4j.core.codec.ValueCodec;
import org.rats4j.corim.CorimProfile;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.EpochTime;
import org.rats4j.corim.ExtensionKey;
import org.rats4j.corim.comid.CryptoKey;
import org.rats4j.corim.template.ExtensionCodecs;

/**
 * The profile of Intel TDX: the values that it adds to measurements. It has no rules; a value of
 * another type is kept and remarked with {@link org.rats4j.corim.CorimCodes#PROFILE_VALUE_TYPE}.
 *
 * <pre>{@code
 * Optional<NumericValue> svn = measurement.values().extensions().get(TdxProfile.ISV_SVN);
 * }</pre>
 */
public final class TdxProfile {
  /** The name of the profile. */
  public static final CorimProfileId ID = CorimProfileId.of(Oid.of("2.16.840.1.113741.1.16.1"));

  private static final ValueCodec<NumericValue> NUMERIC = new NumericCodec();
  private static final ValueCodec<UintOrBytes> UINT_OR_BYTES = new UintOrBytesCodec();
  private static final ValueCodec<SetValue<Digest>> DIGESTS =
      new SetCodec<>(
          SetValue.DIGESTS_TAG, "digest-expression", "set-digest", ExtensionCodecs.DIGESTS);
  private static final ValueCodec<SetValue<String>> TEXTS =
      new SetCodec<>(
          SetValue.TEXTS_TAG,
          "string-expression",
          "set-string",
          ExtensionCodecs.listOf(ExtensionCodecs.TEXT));

  /** The date of the TCB. */
  public static final ExtensionKey<EpochTime> TCB_DATE =
      ExtensionKey.ofValue(-72, "tcbdate", ExtensionCodecs.TIME);

  /** The security version number. */
  public static final ExtensionKey<NumericValue> ISV_SVN =
      ExtensionKey.ofValue(-73, "isvsvn", NUMERIC);

  /** The name of the instance. */
  public static final ExtensionKey<UintOrBytes> INSTANCE_ID =
      ExtensionKey.ofValue(-77, "instanceid", UINT_OR_BYTES);

  /** The name of the provisioning certification enclave. */
  public static final ExtensionKey<String> PCE_ID =
      ExtensionKey.ofValue(-80, "pceid", ExtensionCodecs.TEXT);

  /** The mask of extended states. */
  public static final ExtensionKey<Bytes> MISC_SELECT =
      ExtensionKey.ofValue(-81, "miscselect", ExtensionCodecs.BYTES);

  /** The mask of attributes. */
  public static final ExtensionKey<Bytes> ATTRIBUTES =
      ExtensionKey.ofValue(-82, "attributes", ExtensionCodecs.BYTES);

  /** The measurement of the TEE. */
  public static final ExtensionKey<SetValue<Digest>> MR_TEE =
      ExtensionKey.ofValue(-83, "mrtee", DIGESTS);

  /** The measurement of who signed the TEE. */
  public static final ExtensionKey<SetValue<Digest>> MR_SIGNER =
      ExtensionKey.ofValue(-84, "mrsigner", DIGESTS);

  /** The name of the product. */
  public static final ExtensionKey<UintOrBytes> ISV_PROD_ID =
      ExtensionKey.ofValue(-85, "isvprodid", UINT_OR_BYTES);

  /** The number of the evaluation of the TCB. */
  public static final ExtensionKey<NumericValue> TCB_EVAL_NUM =
      ExtensionKey.ofValue(-86, "tcbevalnum", NUMERIC);

  /** The states of the TCB. */
  public static final ExtensionKey<SetValue<String>> TCB_STATUS =
      ExtensionKey.ofValue(-88, "tcbstatus", TEXTS);

  /** The advisories that apply. */
  public static final ExtensionKey<SetValue<String>> ADVISORY_IDS =
      ExtensionKey.ofValue(-89, "advisoryids", TEXTS);

  /** The time from which the values count. */
  public static final ExtensionKey<EpochTime> EPOCH =
      ExtensionKey.ofValue(-90, "epoch", ExtensionCodecs.TIME);

  /** The keys of the TEE. */
  public static final ExtensionKey<List<CryptoKey>> TEE_CRYPTO_KEYS =
      ExtensionKey.ofValue(-91, "teecryptokeys", ExtensionCodecs.CRYPTO_KEYS);

  /** The security version numbers of the 16 components of the TCB. */
  public static final ExtensionKey<List<NumericValue>> TCB_COMP_SVN =
      ExtensionKey.ofValue(-125, "tcbcompsvn", new TcbComponentsCodec(NUMERIC));

  /** The profile. */
  public static final CorimProfile PROFILE =
      CorimProfile.builder(ID)
          .key(TCB_DATE)
          .key(ISV_SVN)
          .key(INSTANCE_ID)
          .key(PCE_ID)
          .key(MISC_SELECT)
          .key(ATTRIBUTES)
          .key(MR_TEE)
          .key(MR_SIGNER)
          .key(ISV_PROD_ID)
          .key(TCB_EVAL_NUM)
          .key(TCB_STATUS)
          .key(ADVISORY_IDS)
          .key(EPOCH)
          .key(TEE_CRYPTO_KEYS)
          .key(TCB_COMP_SVN)
          .build();

  private TdxProfile() {}
}
