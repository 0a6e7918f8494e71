namespace LabTest.Instruments.Transports;

/// <summary>The byte channel under an instrument. One caller at a time; the instrument's lock sees to that.</summary>
internal interface IInstrumentTransport : IAsyncDisposable
{
    /// <summary>The resource address, for messages and records.</summary>
    string Address { get; }

    /// <summary>Makes the connection.</summary>
    /// <exception cref="TransportException">It was refused or timed out.</exception>
    ValueTask Open(TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Sends a whole message, its terminator included.</summary>
    /// <exception cref="TransportException">The connection is closed, or nothing could be sent in time.</exception>
    ValueTask Write(ReadOnlyMemory<byte> message, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Receives what is there, at least one byte.</summary>
    /// <exception cref="TransportException">The connection is closed, or nothing came in time.</exception>
    ValueTask<int> Read(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Forgets what was sent and not yet received, so that a late answer is not taken for the next one.</summary>
    ValueTask Clear(TimeSpan timeout, CancellationToken cancellationToken);
}
