using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace LabTest.Instruments.Tests.Wire;

/// <summary>
/// An instrument that answers in order and at random delays, also beyond the timeout, repeats answers, splits, prefixes and pads them, or swallows
/// them. Each answer names its parameter and how often that was asked: PA? is 1000001, 1000002 …, TA? is TA=1, TA=2 ….
/// </summary>
/// <param name="random">What it does.</param>
/// <param name="timeout">How long the driver waits for an answer.</param>
/// <param name="isConfirmed">Whether each query is closed by a number: then it repeats answers late as well, and puts before them what could be one.</param>
internal sealed class UnrulyPeer(Random random, TimeSpan timeout, bool isConfirmed)
{
    public const string Identity = "TEST,peer,1,1";

    private readonly ConcurrentDictionary<string, int> _asked = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private int _connections;
    private int _received;
    private int _completed;
    private string? _last;

    /// <summary>Whether it does all that; as long as it does not, it answers as it should.</summary>
    public volatile bool IsUnruly;

    /// <summary>Whether something that repeats the last answer is on its way, so that the next question must wait for it.</summary>
    public volatile bool IsRepeating;

    /// <summary>How many bytes it has sent.</summary>
    public long Sent;

    /// <summary>Whether all that it received is done.</summary>
    public bool IsIdle => Volatile.Read(ref _received) == Volatile.Read(ref _completed);

    /// <summary>How often a query was asked.</summary>
    public int Asked(string query) => _asked.GetValueOrDefault(query);

    /// <summary>
    /// What a query may be answered with now: the last of its answers. After a new connection what was asked over the old one may still be counted, so
    /// that any answer to a question since a given one will do.
    /// </summary>
    public IEnumerable<string> Expected(string query, int askedBefore) =>
        Enumerable.Range(0, Volatile.Read(ref _connections) == 1 ? 1 : Asked(query) - askedBefore).Select(i => Answer(query, Asked(query) - i)).ToArray();

    /// <summary>Serves one connection until it ends.</summary>
    /// <param name="receive">Gives the bytes that came; none at the end.</param>
    /// <param name="send">Sends bytes; it returns when they have arrived.</param>
    public void Serve(Func<byte[]> receive, Action<byte[]> send)
    {
        Interlocked.Increment(ref _connections);
        var ese = 0;
        var text = "";
        for (var bytes = receive(); bytes.Length > 0; bytes = receive())
        {
            text += Encoding.Latin1.GetString(bytes);
            for (var end = text.IndexOf('\n', StringComparison.Ordinal); end >= 0; end = text.IndexOf('\n', StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _received);
                try
                {
                    Do(text[..end], ref ese, bytes => { Interlocked.Add(ref Sent, bytes.Length); send(bytes); });
                }
                finally
                {
                    Interlocked.Increment(ref _completed);
                }

                text = text[(end + 1)..];
            }
        }
    }

    private static string Answer(string query, int count) => query[0] == 'P'
        ? ((query[1] - 'A' + 1) * 1_000_000 + count).ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{query[..2]}={count}");

    private void Do(string command, ref int ese, Action<byte[]> send)
    {
        List<string> answers = [];
        foreach (var part in command.Split(';'))
        {
            if (part.StartsWith("*ESE ", StringComparison.Ordinal))
                ese = int.Parse(part[5..], CultureInfo.InvariantCulture);
            else if (part == "*ESE?")
                answers.Add(ese.ToString(CultureInfo.InvariantCulture));
            else if (part == "*IDN?")
                answers.Add(Identity);
            else if (part.EndsWith('?'))
                answers.Add(Answer(part, _asked.AddOrUpdate(part, 1, (_, count) => count + 1)));
        }

        if (answers.Count > 0)
            Send(string.Join(';', answers) + "\n", isIdentity: command.StartsWith("*IDN?", StringComparison.Ordinal), send);
    }

    private void Send(string answer, bool isIdentity, Action<byte[]> send)
    {
        if (!IsUnruly)
        {
            send(Encoding.Latin1.GetBytes(answer));
            return;
        }

        // In one draw, so that a seed gives the same manners whatever the threads do.
        var (manner, detail, share) = (Next(20), Next(1 << 16), NextShare());
        if (isConfirmed && _last is { } late && manner < 3)
            send(Encoding.Latin1.GetBytes(late));
        _last = answer;
        switch (manner)
        {
            case 3 or 4 or 5:
                Thread.Sleep(timeout * (2.5 * share));
                break;
            case 6 or 7 when !isIdentity || isConfirmed:
                IsRepeating = true;
                if (detail % 2 == 0)
                {
                    answer += answer;
                }
                else
                {
                    send(Encoding.Latin1.GetBytes(answer));
                    Thread.Sleep(timeout * (0.5 * share));
                }

                break;
            case 8 or 9:
                SendInPieces(answer, detail, send);
                return;
            case 10 or 11:
                Prefix(ref answer, isIdentity, detail, share, send);
                break;
            case 12 or 13:
                answer = (detail % 4) switch { 0 => answer + "\0\0\0", 1 => "\0 " + answer, 2 => answer.Replace("\n", "\r\n", StringComparison.Ordinal), _ => answer + " \0\r" };
                if (detail % 3 == 0)
                {
                    SendInPieces(answer, detail, send);
                    return;
                }

                break;
            case 14:
                return;     // swallowed
        }

        send(Encoding.Latin1.GetBytes(answer));
    }

    // What comes first is no answer to anything. Without a number that closes the query it must be seen to be none.
    private void Prefix(ref string answer, bool isIdentity, int detail, double share, Action<byte[]> send)
    {
        if (detail % 3 == 0)
        {
            answer = "?" + answer;
            return;
        }

        send(Encoding.Latin1.GetBytes(isConfirmed && !isIdentity && detail % 3 == 1 ? "0\n" : "BUSY\n"));
        if (detail % 2 == 0)
            Thread.Sleep(timeout * (1.5 * share));
    }

    private static void SendInPieces(string answer, int detail, Action<byte[]> send)
    {
        for (var rest = answer; rest.Length > 0;)
        {
            var length = Math.Min(rest.Length, 1 + detail % 5);
            send(Encoding.Latin1.GetBytes(rest[..length]));
            rest = rest[length..];
            Thread.Sleep(detail % 3);
        }
    }

    private int Next(int below)
    {
        lock (_lock)
            return random.Next(below);
    }

    private double NextShare()
    {
        lock (_lock)
            return random.NextDouble();
    }
}
