package dev.cairn.dialect.s2;

import dev.cairn.core.Input;
import dev.cairn.core.bucket.ListBuckets;
import dev.cairn.core.bucket.ListBucketsResult;
import dev.cairn.core.object.ListObjects;
import dev.cairn.core.object.ListObjectsResult;
import dev.cairn.core.object.PutObject;
import dev.cairn.core.object.PutObjectResult;
import dev.cairn.dialect.Addressing;
import dev.cairn.dialect.Authenticator;
import dev.cairn.dialect.Codec;
import dev.cairn.dialect.Dialect;
import dev.cairn.dialect.FailureRenderer;
import dev.cairn.dialect.Operation;
import dev.cairn.dialect.Recogniser;
import dev.cairn.dialect.Vocabulary;
import dev.cairn.dialect.family.codec.AbortMultipartUploadCodec;
import dev.cairn.dialect.family.codec.AppendObjectCodec;
import dev.cairn.dialect.family.codec.CompleteMultipartUploadCodec;
import dev.cairn.dialect.family.codec.CopyObjectCodec;
import dev.cairn.dialect.family.codec.CopyResultStyle;
import dev.cairn.dialect.family.codec.CreateBucketCodec;
import dev.cairn.dialect.family.codec.CreateMultipartUploadCodec;
import dev.cairn.dialect.family.codec.DeleteBucketCodec;
import dev.cairn.dialect.family.codec.DeleteObjectCodec;
import dev.cairn.dialect.family.codec.DeleteObjectTaggingCodec;
import dev.cairn.dialect.family.codec.DeleteObjectsCodec;
import dev.cairn.dialect.family.codec.Documents;
import dev.cairn.dialect.family.codec.GetAclCodec;
import dev.cairn.dialect.family.codec.GetBucketLocationCodec;
import dev.cairn.dialect.family.codec.GetObjectCodec;
import dev.cairn.dialect.family.codec.GetObjectTaggingCodec;
import dev.cairn.dialect.family.codec.GuardedCodec;
import dev.cairn.dialect.family.codec.HeadBucketCodec;
import dev.cairn.dialect.family.codec.ListBucketsCodec;
import dev.cairn.dialect.family.codec.ListMultipartUploadsCodec;
import dev.cairn.dialect.family.codec.ListObjectsCodec;
import dev.cairn.dialect.family.codec.ListObjectsV2Codec;
import dev.cairn.dialect.family.codec.ListPartsCodec;
import dev.cairn.dialect.family.codec.PutAclCodec;
import dev.cairn.dialect.family.codec.PutAclCodec.Beside;
import dev.cairn.dialect.family.codec.PutObjectCodec;
import dev.cairn.dialect.family.codec.PutObjectTaggingCodec;
import dev.cairn.dialect.family.codec.Regions;
import dev.cairn.dialect.family.codec.UnbuiltHeaders;
import dev.cairn.dialect.family.codec.UploadPartCodec;
import dev.cairn.dialect.family.codec.UploadPartCopyCodec;
import dev.cairn.dialect.family.form.FormRules;
import dev.cairn.dialect.family.form.FormStyle;
import dev.cairn.dialect.family.form.PostObjectCodec;
import dev.cairn.protocol.CompiledOperationTable;
import dev.cairn.protocol.OperationTable;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Puts the S2 dialect together. */
public final class S2Dialect {
  /** Parameters that SDKs also send without a value, and that never change the operation. */
  private static final Set<String> PARAMETERS =
      Set.of(
          "bucket-region",
          "continuation-token",
          "delimiter",
          "encoding-type",
          "fetch-owner",
          "key-marker",
          "list-type",
          "marker",
          "max-buckets",
          "max-keys",
          "max-parts",
          "max-uploads",
          "part-number-marker",
          "prefix",
          "response-cache-control",
          "response-content-disposition",
          "response-content-encoding",
          "response-content-language",
          "response-content-type",
          "response-expires",
          "start-after",
          "upload-id-marker",
          "version-id-marker",
          "versionId",
          "x-id");

  /** What S2 puts into keys besides the file's name is known only when all of it has come. */
  private static final FormStyle FORMS =
      new FormStyle(
          FormRules.AWS,
          "",
          false,
          List.of(),
          List.of("${sha1}", "${md5}", "${size}"),
          false,
          FormStyle.ELEMENTS);

  private final Vocabulary words = S2Vocabulary.create();
  private final Vocabulary partWords = S2Vocabulary.ofParts();
  private final UnbuiltHeaders unbuilt = S2UnbuiltHeaders.create();
  private final FailureRenderer failures = new S2FailureRenderer(words);
  private final Map<Operation, Codec<?, ?>> codecs = new EnumMap<>(Operation.class);
  private final Regions regions;
  private final CopyResultStyle copies;

  private S2Dialect(Regions regions, boolean strictPages) {
    this.regions = regions;
    this.copies = S2CopyResults.style(strictPages);
  }

  /**
   * The dialect.
   *
   * @param region of the service, where it is configured; then buckets are made in no other
   * @param strictPages whether dates stand as the pages print them, whatever a client can read
   */
  public static Dialect create(
      Recogniser recogniser,
      Addressing addressing,
      Authenticator authenticator,
      Optional<String> region,
      boolean strictPages,
      InstantSource clock) {
    S2Dialect s2 = new S2Dialect(Regions.of(region, Regions.FIRST), strictPages);
    s2.buckets();
    s2.objects();
    s2.uploads();
    return new Dialect(
        s2.words,
        recogniser,
        addressing,
        operations(),
        authenticator,
        s2.codecs,
        s2.failures,
        new S2CommonHeaders(clock));
  }

  /** What means which operation. */
  static OperationTable<Operation> operations() {
    return new CompiledOperationTable<>(
        S2OperationRows.all(), S2OperationRows.UNPUBLISHED, PARAMETERS);
  }

  private void buckets() {
    add(Operation.ListBuckets, words, this::listBuckets);
    add(
        Operation.CreateBucket,
        words,
        w -> new CreateBucketCodec(w, regions, S2BucketNames::allow, bucket -> false));
    add(Operation.HeadBucket, words, w -> new HeadBucketCodec(w, regions));
    add(Operation.DeleteBucket, words, w -> new DeleteBucketCodec());
    add(
        Operation.GetBucketLocation,
        words,
        w -> new GetBucketLocationCodec(new Documents(w), regions));
    add(Operation.GetBucketAcl, words, w -> GetAclCodec.ofBucket(new S2AclForm(w)));
    add(
        Operation.PutBucketAcl,
        words,
        w -> PutAclCodec.ofBucket(w, new S2AclForm(w), Beside.IGNORED));
  }

  private void objects() {
    add(Operation.ListObjects, words, S2Dialect::listObjects);
    add(Operation.ListObjectsV2, words, ListObjectsV2Codec::new);
    Codec<PutObject, PutObjectResult> put = guarded(words, PutObjectCodec::new);
    codecs.put(Operation.PutObject, put);
    codecs.put(Operation.PostObject, new PostObjectCodec(put, words, FORMS));
    add(
        Operation.AppendObject,
        S2Vocabulary.ofAppends(),
        w -> new AppendObjectCodec(w, S2AppendForm.RULES, S2AppendForm.create(w)));
    add(Operation.GetObject, words, w -> new GetObjectCodec(w, true, GetObjectCodec::oneRange));
    add(Operation.HeadObject, words, w -> new GetObjectCodec(w, false, GetObjectCodec::oneRange));
    add(Operation.DeleteObject, words, DeleteObjectCodec::new);
    add(Operation.DeleteObjects, words, w -> new DeleteObjectsCodec(w, failures));
    add(Operation.CopyObject, words, w -> new CopyObjectCodec(w, copies));
    add(Operation.GetObjectTagging, words, GetObjectTaggingCodec::new);
    add(Operation.PutObjectTagging, words, PutObjectTaggingCodec::new);
    add(Operation.DeleteObjectTagging, words, w -> new DeleteObjectTaggingCodec());
    add(Operation.GetObjectAcl, words, w -> GetAclCodec.ofObject(new S2AclForm(w)));
    add(
        Operation.PutObjectAcl,
        words,
        w -> PutAclCodec.ofObject(w, new S2AclForm(w), Beside.IGNORED));
  }

  private Codec<ListBuckets, ListBucketsResult> listBuckets(Vocabulary vocabulary) {
    ListBucketsCodec xml = new ListBucketsCodec(vocabulary, regions);
    return new S2Formats<>(xml, xml, (result, exchange) -> S2Json.buckets(result));
  }

  private static Codec<ListObjects, ListObjectsResult> listObjects(Vocabulary vocabulary) {
    S2Json json = new S2Json(vocabulary);
    return new S2Formats<>(
        new ListObjectsCodec(vocabulary),
        new ListObjectsCodec(S2Vocabulary.ofJson()),
        (result, exchange) ->
            json.objects(exchange.call().inBucket(), exchange.input().range(), result));
  }

  private void uploads() {
    add(Operation.CreateMultipartUpload, words, CreateMultipartUploadCodec::new);
    add(Operation.UploadPart, partWords, UploadPartCodec::new);
    add(Operation.UploadPartCopy, partWords, w -> new UploadPartCopyCodec(w, copies));
    add(Operation.ListParts, partWords, ListPartsCodec::new);
    add(Operation.ListMultipartUploads, words, ListMultipartUploadsCodec::new);
    add(Operation.CompleteMultipartUpload, words, CompleteMultipartUploadCodec::new);
    add(Operation.AbortMultipartUpload, words, w -> new AbortMultipartUploadCodec());
  }

  private <I extends Input<R>, R> void add(
      Operation operation, Vocabulary vocabulary, Function<Vocabulary, Codec<I, R>> codec) {
    codecs.put(operation, guarded(vocabulary, codec));
  }

  private <I extends Input<R>, R> Codec<I, R> guarded(
      Vocabulary vocabulary, Function<Vocabulary, Codec<I, R>> codec) {
    Codec<I, R> ofS2 =
        new S2Codec<>(
            codec.apply(vocabulary), codec.apply(S2Vocabulary.withoutChecksums(vocabulary)));
    return new GuardedCodec<>(ofS2, words, unbuilt);
  }
}
