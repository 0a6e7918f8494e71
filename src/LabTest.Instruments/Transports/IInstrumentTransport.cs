namespace LabTest.Instruments.Transports;

/// <summary>
/// The byte channel under an instrument. One caller at a time; the instrument's lock sees to that. It moves bytes and no more: what is an
/// answer, when the link is out of step and when a new connection is due is for <see cref="InstrumentLink"/> to know, and nothing that is
/// written here is ever sent twice by the transport itself.
/// </summary>
/// <remarks>
/// A byte stream (socket, serial port) has no marks between messages, so what arrived unasked is taken away by <see cref="TakeArrived"/>. A
/// message bus (USBTMC, HiSLIP, VXI-11, GPIB) has them: such a transport gives nothing there, since it never reads where no answer is due
/// (message ids, tags, MAV), and has a device clear.
/// </remarks>
internal interface IInstrumentTransport : IAsyncDisposable
{
    /// <summary>The resource address, for messages and records.</summary>
    string Address { get; }

    /// <summary>
    /// Whether nothing that was asked over an old connection can be answered on a new one: so on a socket, not so on a serial port, which
    /// gives what the instrument sends whoever asked.
    /// </summary>
    bool StartsAfresh { get; }

    /// <summary>Makes the connection; one that is open is closed first.</summary>
    /// <exception cref="TransportException">It was refused or timed out.</exception>
    ValueTask Open(TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>
    /// Looks, without sending and without waiting, whether the other side has closed, and takes what has arrived. It is called before each
    /// message, so that it may cost one cheap system call where nothing has arrived.
    /// </summary>
    /// <returns>How many bytes were put into the buffer; 0 where nothing is there for now.</returns>
    /// <exception cref="TransportException">The connection is closed, or not open.</exception>
    int TakeArrived(Span<byte> buffer);

    /// <summary>Sends a whole message, its terminator included.</summary>
    /// <exception cref="TransportException">The connection is closed, or not all could be sent in time; what arrived of it is unknown.</exception>
    ValueTask Write(ReadOnlyMemory<byte> message, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Receives what is there, at least one byte.</summary>
    /// <exception cref="TransportException">The connection is closed, or nothing came in time.</exception>
    ValueTask<int> Read(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancellationToken);

    /// <summary>Clears the instrument's input and output (IEEE 488.1, device clear), where the bus can.</summary>
    /// <returns>Whether the bus has a device clear and it was done.</returns>
    ValueTask<bool> ClearDevice(TimeSpan timeout, CancellationToken cancellationToken);
}
