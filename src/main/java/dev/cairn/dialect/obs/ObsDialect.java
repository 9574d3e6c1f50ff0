package dev.cairn.dialect.obs;

import dev.cairn.core.Input;
import dev.cairn.core.object.AppendRules;
import dev.cairn.core.object.GetObject;
import dev.cairn.core.object.GetObjectResult;
import dev.cairn.core.object.PutObject;
import dev.cairn.core.object.PutObjectResult;
import dev.cairn.core.object.RestoreObject.Shortening;
import dev.cairn.core.object.RestoreObject.Terms;
import dev.cairn.dialect.Addressing;
import dev.cairn.dialect.Authenticator;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Dialect;
import dev.cairn.dialect.FailureRenderer;
import dev.cairn.dialect.Operation;
import dev.cairn.dialect.Recogniser;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.AbortMultipartUploadCodec;
import dev.cairn.dialect.family.codec.AclForm;
import dev.cairn.dialect.family.codec.AppendObjectCodec;
import dev.cairn.dialect.family.codec.AppendObjectCodec.AppendForm;
import dev.cairn.dialect.family.codec.AwsAclForm;
import dev.cairn.dialect.family.codec.CompleteMultipartUploadCodec;
import dev.cairn.dialect.family.codec.CopyObjectCodec;
import dev.cairn.dialect.family.codec.CreateMultipartUploadCodec;
import dev.cairn.dialect.family.codec.DeleteBucketCodec;
import dev.cairn.dialect.family.codec.DeleteObjectCodec;
import dev.cairn.dialect.family.codec.DeleteObjectTaggingCodec;
import dev.cairn.dialect.family.codec.DeleteObjectsCodec;
import dev.cairn.dialect.family.codec.GetAclCodec;
import dev.cairn.dialect.family.codec.GetObjectCodec;
import dev.cairn.dialect.family.codec.GetObjectTaggingCodec;
import dev.cairn.dialect.family.codec.GuardedCodec;
import dev.cairn.dialect.family.codec.ListMultipartUploadsCodec;
import dev.cairn.dialect.family.codec.ListObjectsCodec;
import dev.cairn.dialect.family.codec.ListObjectsV2Codec;
import dev.cairn.dialect.family.codec.ListPartsCodec;
import dev.cairn.dialect.family.codec.PutAclCodec;
import dev.cairn.dialect.family.codec.PutAclCodec.Beside;
import dev.cairn.dialect.family.codec.PutObjectCodec;
import dev.cairn.dialect.family.codec.PutObjectTaggingCodec;
import dev.cairn.dialect.family.codec.Regions;
import dev.cairn.dialect.family.codec.RestoreObjectCodec;
import dev.cairn.dialect.family.codec.UnbuiltHeaders;
import dev.cairn.dialect.family.codec.UploadPartCodec;
import dev.cairn.dialect.family.codec.UploadPartCopyCodec;
import dev.cairn.dialect.family.form.PostObjectCodec;
import dev.cairn.model.RangeSpec;
import dev.cairn.protocol.Answer;
import dev.cairn.protocol.Headers;
import dev.cairn.protocol.RangeHeader;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Puts one form of the OBS dialect together. */
public final class ObsDialect {
  /** From this version on, the SDK speaks the native form. */
  private static final Answer API_VERSION =
      Answer.empty(200, Headers.builder().add("x-obs-api", "3.0").build());

  /** Of a restored object. */
  private static final int MOST_DAYS = 30;

  private static final int MAXIMUM_APPENDS = 10_000;

  private final ObsForm form;
  private final Vocabulary words;
  private final Vocabulary listingWords;
  private final Regions regions;
  private final FailureRenderer failures;
  private final UnbuiltHeaders unbuilt;
  private final Map<Operation, Codec<?, ?>> codecs = new EnumMap<>(Operation.class);

  private ObsDialect(ObsForm form, Regions regions, boolean strictPages) {
    this.form = form;
    this.listingWords = strictPages ? ObsVocabulary.ofPrintedListing(form) : ObsVocabulary.of(form);
    this.words = ObsVocabulary.of(form);
    this.regions = regions;
    this.failures = new ObsFailureRenderer(form, strictPages);
    this.unbuilt = ObsUnbuiltHeaders.of(form);
  }

  /**
   * The dialect.
   *
   * @param region of the service, where it is configured; then buckets are made in no other
   * @param strictPages whether to do as the pages print where the vendor's SDK and service do
   *     otherwise
   */
  public static Dialect create(
      ObsForm form,
      Recogniser recogniser,
      Addressing addressing,
      Authenticator authenticator,
      Optional<String> region,
      boolean strictPages,
      InstantSource clock) {
    ObsDialect obs = new ObsDialect(form, Regions.of(region, Regions.FIRST), strictPages);
    obs.buckets();
    obs.objects();
    obs.uploads();
    return new Dialect(
        obs.words,
        recogniser,
        addressing,
        new ObsOperations(form),
        authenticator,
        obs.codecs,
        obs.failures,
        new ObsCommonHeaders(form, clock),
        Map.of(Operation.GetApiVersion, API_VERSION));
  }

  private void buckets() {
    add(Operation.ListBuckets, new ObsListBucketsCodec(form, regions));
    add(Operation.CreateBucket, new ObsCreateBucketCodec(form, regions));
    add(Operation.HeadBucket, new ObsHeadBucketCodec(form, regions));
    add(Operation.DeleteBucket, new DeleteBucketCodec());
    add(Operation.GetBucketStorageClass, new ObsGetBucketStorageClassCodec(words));
    add(Operation.PutBucketStorageClass, new ObsPutBucketStorageClassCodec(words));
    add(Operation.GetBucketLocation, new ObsGetBucketLocationCodec(form, regions));
    add(Operation.GetBucketAcl, GetAclCodec.ofBucket(bucketAcls()));
    add(Operation.PutBucketAcl, PutAclCodec.ofBucket(words, bucketAcls(), Beside.REFUSED));
  }

  private AclForm bucketAcls() {
    return form == ObsForm.S3
        ? new AwsAclForm(words, false)
        : new ObsAclForm(words, ObsAclForm.Of.BUCKET);
  }

  private AclForm objectAcls() {
    return form == ObsForm.S3
        ? new AwsAclForm(words, false)
        : new ObsAclForm(words, ObsAclForm.Of.OBJECT);
  }

  private void objects() {
    add(Operation.ListObjects, new ListObjectsCodec(listingWords));
    add(Operation.ListObjectsV2, new ListObjectsV2Codec(words));
    Codec<PutObject, PutObjectResult> put = guarded(new PutObjectCodec(words));
    codecs.put(Operation.PutObject, put);
    codecs.put(Operation.PostObject, new PostObjectCodec(put, words, ObsForms.style(form)));
    if (form == ObsForm.NATIVE) {
      add(Operation.AppendObject, append());
    }
    add(Operation.GetObject, reading(true));
    add(Operation.HeadObject, reading(false));
    add(Operation.DeleteObject, new DeleteObjectCodec(words));
    add(Operation.DeleteObjects, new DeleteObjectsCodec(words, failures));
    add(Operation.CopyObject, new CopyObjectCodec(words));
    add(Operation.RestoreObject, new RestoreObjectCodec(words, restoring()));
    if (form == ObsForm.NATIVE) {
      add(Operation.GetObjectTagging, new GetObjectTaggingCodec(words));
      add(
          Operation.PutObjectTagging,
          new PutObjectTaggingCodec(words, new ObsDocumentDigests(words)::required));
      add(Operation.DeleteObjectTagging, new DeleteObjectTaggingCodec());
    }
    add(Operation.GetObjectAcl, GetAclCodec.ofObject(objectAcls()));
    add(Operation.PutObjectAcl, PutAclCodec.ofObject(words, objectAcls(), Beside.REFUSED));
  }

  private RestoreObjectCodec.Style restoring() {
    return new RestoreObjectCodec.Style(
        Set.of(form == ObsForm.S3 ? "GlacierJobParameters" : "RestoreJob"),
        form == ObsForm.S3
            ? Set.of("Expedited", "Standard", "Bulk")
            : Set.of("Expedited", "Standard"),
        OptionalInt.empty(),
        Set.of(),
        new Terms(MOST_DAYS, MOST_DAYS, true, Shortening.REFUSED));
  }

  private AppendObjectCodec append() {
    return new AppendObjectCodec(
        words,
        new AppendRules(false, false, MAXIMUM_APPENDS, words.limits().entityBytes()),
        new AppendForm(
            AppendObjectCodec::fromQuery,
            words.header("next-append-position"),
            result -> words.eTags().header(result.appended())));
  }

  private Codec<GetObject, GetObjectResult> reading(boolean withContent) {
    GetObjectCodec shared = new GetObjectCodec(words, withContent, ObsDialect::range);
    return form == ObsForm.NATIVE ? new ObsGetObjectCodec(words, shared) : shared;
  }

  private void uploads() {
    add(Operation.CreateMultipartUpload, new CreateMultipartUploadCodec(words));
    add(Operation.UploadPart, new UploadPartCodec(words));
    add(Operation.UploadPartCopy, new UploadPartCopyCodec(words));
    add(Operation.ListParts, new ListPartsCodec(words));
    add(Operation.ListMultipartUploads, new ListMultipartUploadsCodec(words));
    add(Operation.CompleteMultipartUpload, new CompleteMultipartUploadCodec(words));
    add(Operation.AbortMultipartUpload, new AbortMultipartUploadCodec());
  }

  private <I extends Input<R>, R> void add(Operation operation, Codec<I, R> codec) {
    codecs.put(operation, guarded(codec));
  }

  private <I extends Input<R>, R> Codec<I, R> guarded(Codec<I, R> codec) {
    return new GuardedCodec<>(codec, words, unbuilt);
  }

  /** A range that cannot be read, or several, is none: the whole object is the answer. */
  private static Optional<RangeSpec> range(RangeHeader header) {
    return header instanceof RangeHeader.One(RangeSpec spec) ? Optional.of(spec) : Optional.empty();
  }
}
