"""residual-tower at its defaults: 19 blocks over a board, with their shortcuts and without."""

import torch
from timing import report

blocks, channels, side, batch = 19, 8, 8, 16
squares = side * side


def normalise(h):
    return torch.nn.functional.batch_norm(h, None, None, training=True)


def gradient_norms(is_residual):
    deviation = (2 / (9 * channels)) ** 0.5
    kernels = [[torch.randn(channels, channels, 3, 3) * deviation for _ in range(2)] for _ in range(blocks)]
    head = torch.randn(channels * squares, squares) * (2 / (channels * squares + squares)) ** 0.5
    moves = torch.randint(0, squares, (batch,))
    h = torch.randn(batch, channels, side, side)
    states = []
    for place, (one, two) in enumerate(kernels):
        inner = torch.relu(normalise(torch.nn.functional.conv2d(h, one, padding=1)))
        branch = normalise(torch.nn.functional.conv2d(inner, two, padding=1))
        h = torch.relu(h + branch if is_residual else branch)
        if place == 0:
            h.requires_grad_()
        h.retain_grad()
        states.append(h)
    torch.nn.functional.cross_entropy(h.flatten(1) @ head, moves).backward()
    return [float(state.grad.norm()) for state in states]


def once():
    gradient_norms(True)
    gradient_norms(False)


report(once)
