using LabTest.Hdf5.Filters;
using LabTest.Hdf5.Heaps;
using LabTest.Hdf5.Messages;
using LabTest.Hdf5.Storage;
using LabTest.Hdf5.Superblocks;

namespace LabTest.Hdf5.Objects;

/// <summary>An open file: what all its objects share.</summary>
internal sealed class OpenFile : IDisposable
{
    private readonly IByteStore _store;
    private readonly FileSink? _sink;
    private readonly Checkpointer? _checkpointer;

    private OpenFile(IByteStore store, Superblock superblock, FileSink? sink, Hdf5FileOptions options)
    {
        _store = store;
        _sink = sink;
        Options = options;
        Source = new FileSource(store, superblock.Sizes, superblock.BaseAddress);
        Heap = new VariableHeap(Source, sink);
        Shared = new SharedMessageResolver(Source);
        Objects = new ObjectTable(this);
        Encoder = sink is null ? null : new ChunkEncoder(sink, options.FilterThreads);
        Externals = new ExternalFiles(store.Name);
        _checkpointer = sink is null ? null : new Checkpointer(this, sink, superblock);
    }

    /// <summary>Held by all that change groups and attributes, or look into them.</summary>
    public Lock Structure { get; } = new();

    public Hdf5FileOptions Options { get; }

    public FileSource Source { get; }

    public FileSink Sink => _sink ?? throw new InvalidOperationException($"{Source.Name} is open for reading only; open it with OpenAppend.");

    public bool IsWritable => _sink is not null;

    public VariableHeap Heap { get; }

    public SharedMessageResolver Shared { get; }

    public ObjectTable Objects { get; }

    public ChunkEncoder? Encoder { get; }

    public ExternalFiles Externals { get; }

    public GroupNode Root { get; private set; } = null!;

    public bool IsClosed { get; private set; }

    public static OpenFile Create(IByteStore store, Hdf5FileOptions options)
    {
        var superblock = new Superblock();
        var sink = Writer(store, Superblock.Size, options);
        var file = new OpenFile(store, superblock, sink, options);
        file.Root = GroupNode.New(file);
        superblock.Root = file.Root.Place();
        file.Checkpoint(durable: false);
        return file;
    }

    public static OpenFile OpenAppend(IByteStore store, Hdf5FileOptions options)
    {
        var superblock = SuperblockReader.Read(store);
        SuperblockReader.CheckWritable(store, superblock);
        store.SetLength(superblock.EndOfFile);      // what lies behind it was written after the last checkpoint
        var file = new OpenFile(store, superblock, Writer(store, superblock.EndOfFile, options), options);
        return file.OpenRoot(superblock);
    }

    public static OpenFile OpenRead(IByteStore store)
    {
        var superblock = SuperblockReader.Read(store);
        return new OpenFile(store, superblock, null, new Hdf5FileOptions()).OpenRoot(superblock);
    }

    public void Checkpoint(bool durable)
    {
        CheckOpen();
        Sink.Check();
        _checkpointer!.Run(durable, closing: false);
    }

    public void CheckOpen() => ObjectDisposedException.ThrowIf(IsClosed, typeof(Hdf5File));

    public void Dispose()
    {
        if (IsClosed)
            return;
        IsClosed = true;
        try
        {
            if (_sink is { HasFailed: false })
                _checkpointer!.Run(durable: false, closing: true);
        }
        finally
        {
            Externals.Dispose();
            _store.Dispose();
        }
    }

    private static FileSink Writer(IByteStore store, long end, Hdf5FileOptions options)
    {
        var space = new SpaceAllocator(store, end, new RetiredSpace(options.TimeProvider, options.ReuseDelay));
        return new FileSink(store, space);
    }

    private OpenFile OpenRoot(Superblock superblock)
    {
        Root = Objects.At(superblock.Root) as GroupNode
            ?? throw Source.Origin("superblock", 0).Corrupt("the root is not a group");
        return this;
    }
}
