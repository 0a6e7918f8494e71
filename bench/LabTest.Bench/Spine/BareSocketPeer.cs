using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using LabTest.Instruments;

namespace LabTest.Bench.Spine;

/// <summary>The least that a query can be: a blocking send, a blocking receive up to the line feed, and the number parsed.</summary>
internal sealed class BareSocketPeer : IDisposable
{
    private readonly byte[] _buffer = new byte[4096];
    private Socket? _socket;

    /// <summary>Queries a second.</summary>
    public double Rate(ResourceAddress address, string query, TimeSpan duration)
    {
        if (_socket is null)
        {
            _socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            _socket.Connect(address.Host, address.Port);
        }

        var message = Encoding.ASCII.GetBytes(query + "\n");
        var clock = Stopwatch.StartNew();
        var count = 0;
        while (clock.Elapsed < duration)
        {
            if (Query(_socket, message) != 0)
                throw new InvalidOperationException("The supply is not at 0 V.");
            count++;
        }

        return count / clock.Elapsed.TotalSeconds;
    }

    public void Dispose() => _socket?.Dispose();

    private double Query(Socket socket, byte[] message)
    {
        socket.Send(message);
        var filled = 0;
        do
        {
            filled += socket.Receive(_buffer.AsSpan(filled));
        }
        while (_buffer[filled - 1] != '\n');
        return double.Parse(_buffer.AsSpan(0, filled - 1), NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
