namespace LabTest.Arrow.Ipc;

/// <summary>How far a reader has come with its stream.</summary>
public enum ArrowStreamEnd
{
    /// <summary>The last read gave a batch; there may be more.</summary>
    NotReached,

    /// <summary>The end-of-stream marker was read: the writer was done.</summary>
    Marker,

    /// <summary>The bytes ended after a whole message: the writer is still writing, or ended without the marker.</summary>
    BetweenMessages,

    /// <summary>The bytes ended in the middle of a message: the writer is still writing, or was cut off.</summary>
    InsideMessage,
}
